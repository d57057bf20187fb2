using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Tags.Many;

namespace UserOps.Application.Tags;

internal static class TagServices
{
    internal static IServiceCollection AddTags(this IServiceCollection services) => services
        .AddSingleton<TagUser>()
        .AddSingleton<TagRows>()
        .AddSingleton<CheckTag>()
        .AddSingleton<SaveTag>()
        .AddSingleton<TagRoom>()
        .AddSingleton<ActivateTag>()
        .AddSingleton<RetireTag>()
        .AddSingleton<ReadTag>()
        .AddSingleton<TagNames>()
        .AddSingleton<TagDays>()
        .AddSingleton<NoteTagDays>()
        .AddSingleton<TagPerson>()
        .AddSingleton<ListTags>();
}
