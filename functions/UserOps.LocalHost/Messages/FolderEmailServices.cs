using UserOps.Application.Messages;
using UserOps.LocalHost.Storage;

namespace UserOps.LocalHost.Messages;

internal static class FolderEmailServices
{
    public static IServiceCollection AddFolderEmail(this IServiceCollection services, DataFolder folder, FolderEmailSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton(new MailFolder(folder.Mail))
        .AddSingleton<IEmailSender, FolderEmailSender>();
}
