using UserOps.Application.Messages.Templates;

namespace UserOps.Tests.Messages.Templates;

public sealed class LanguageTagsTests
{
    [Theory]
    [InlineData("zh-Hans-CN", "en zh zh-Hans zh-Hans-CN", "zh-Hans-CN")]
    [InlineData("zh-Hans-CN", "en zh zh-Hans", "zh-Hans")]
    [InlineData("zh-Hans-CN", "en zh", "zh")]
    [InlineData("zh-Hans-CN", "en", null)]
    [InlineData("zh-CN", "zh-Hant zh-Hans", "zh-Hans")]
    [InlineData("zh-TW", "zh-Hans zh-Hant", "zh-Hant")]
    [InlineData("zh_HK", "zh-Hans zh-Hant zh", "zh-Hant")]
    [InlineData("zh", "en zh-Hans", "zh-Hans")]
    [InlineData("DE-at", "de", "de")]
    [InlineData("de", "de-AT", null)]
    [InlineData("", "en", null)]
    [InlineData(null, "en", null)]
    [InlineData("-", "en", null)]
    public void The_nearest_language_is_chosen(string? wanted, string offered, string? chosen) => Assert.Equal(chosen, LanguageTags.Choose(wanted, offered.Split(' ')));
}
