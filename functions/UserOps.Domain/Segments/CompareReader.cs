using System.Text.Json;
using System.Text.RegularExpressions;
using UserOps.Domain.Tags;

namespace UserOps.Domain.Segments;

/// <summary>Field, operator and value, and whether they go together.</summary>
internal static class CompareReader
{
    public static Condition.Compare? Read(JsonElement json, string at, ConditionScope scope, ICollection<Mistake> mistakes)
    {
        var field = ReadField(JsonText.Property(json, "field"), JsonPointer.To(at, "field"), scope, mistakes);
        if (ReadOperator(json, at, field, mistakes) is not { } op || field is not { } known)
        {
            return null;
        }

        var valueAt = JsonPointer.To(at, "value");
        var there = JsonText.TryProperty(json, "value", out var value);
        if (there == (op.Operand == OperandType.Nothing))
        {
            mistakes.Add(there ? new(valueAt, $"'{op.Name}' takes no value.") : new(at, $"'{op.Name}' needs a 'value'."));
            return null;
        }

        var operand = there ? new OperandReader(known, op, mistakes).Read(value, valueAt) : null;
        return there && operand is null ? null : new(known, op.Operator, operand);
    }

    private static Field? ReadField(JsonElement json, string at, ConditionScope scope, ICollection<Mistake> mistakes)
    {
        if (JsonText.Of(json) is not { } written)
        {
            mistakes.Add(new(at, "Must be the name of a field, such as 'trait.city'."));
            return null;
        }

        if (FieldCatalog.Find(written) is not { } field)
        {
            var here = FieldCatalog.All.Where(info => scope.HasFlag(info.Scope)).ToArray();
            var bare = here.FirstOrDefault(info => info.Name == written || info.Name == written + ".");
            mistakes.Add(new(at, bare is not null
                ? $"'{bare.Name}' needs a name after it, as in '{bare.Name}{bare.NameForm?.Example ?? "name"}'."
                : $"There is no field '{Shown(written)}'.{Nearest.Hint(written, here.Select(info => info.Name))}"));
            return null;
        }

        if (!scope.HasFlag(field.Info.Scope))
        {
            mistakes.Add(new(at, $"'{Shown(written)}' is not known here: {Where(field.Info.Scope, scope)}"));
            return null;
        }

        if (field.Name is { } name && (name.Length > ConditionLimits.NameLength || name.Any(char.IsControl)))
        {
            mistakes.Add(new(at, $"A name has at most {ConditionLimits.NameLength} characters, and no control characters."));
            return null;
        }

        if (field is { Name: { } told, Info.NameForm: { } form } && !Regex.IsMatch(told, $@"\A{form.Pattern}\z"))
        {
            mistakes.Add(new(at, $"'{field.Info.Name}' is followed by names of lower-case letters, digits and hyphens, as in '{field.Info.Name}{form.Example}'."));
            return null;
        }

        return field.Kind == FieldKind.TagValue ? ReadTagValue(field, at, mistakes) : field;
    }

    private static Field? ReadTagValue(Field field, string at, ICollection<Mistake> mistakes)
    {
        if (TagName.Of(field.Name) is { } name)
        {
            return field with { Name = name };
        }

        mistakes.Add(new(at, $"A tag has 1 to {TagName.MaxLength} characters."));
        return null;
    }

    private static OperatorInfo? ReadOperator(JsonElement json, string at, Field? field, ICollection<Mistake> mistakes)
    {
        if (!JsonText.TryProperty(json, "op", out var op))
        {
            mistakes.Add(new(at, "Has a 'field', but no 'op'."));
            return null;
        }

        var allowed = field?.Info.Operators.ToArray();
        var opAt = JsonPointer.To(at, "op");
        if (JsonText.Of(op) is not { } written || OperatorCatalog.Find(written) is not { } known)
        {
            var names = (allowed ?? OperatorCatalog.All).Select(info => info.Name).ToArray();
            var hint = JsonText.Of(op) is { } text ? $"There is no operator '{Shown(text)}'.{Nearest.Hint(text, names)}" : "Must be the name of an operator.";
            mistakes.Add(new(opAt, $"{hint} Here may stand {string.Join(", ", names)}."));
            return null;
        }

        if (allowed is not null && !allowed.Contains(known))
        {
            mistakes.Add(new(opAt, $"'{known.Name}' does not go with '{field}': here may stand {string.Join(", ", allowed.Select(info => info.Name))}."));
            return null;
        }

        return known;
    }

    private static string Where(ConditionScope needed, ConditionScope scope) =>
        scope == ConditionScope.Where ? "'where' asks about properties of the event, as 'event.NAME'."
        : needed == ConditionScope.Event ? "there is an event only in the 'where' of one and in a journey."
        : needed == ConditionScope.Variables ? "there are variables only inside a journey."
        : "this asks about the event alone.";

    private static string Shown(string written) => written.Length > 60 ? written[..60] + "…" : written;
}
