namespace UserOps.Application.Segments.Templates;

public sealed record SegmentTemplatePage(IReadOnlyList<SegmentTemplateView> Templates);
