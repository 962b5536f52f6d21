using System.Globalization;

namespace Emergent.Networks;

/// <summary>A parameter of a style rule that is to be searched: where it begins, and what it may become.</summary>
/// <remarks>
/// It is a rule's as a value is: <c>sheet.Add("Layer", "how much inhibition?", new HyperParameter("Layer.Inhib.Layer.Gi") { Value = "1.8", Min = 1.4, Max = 2.2 })</c>.
/// Give either <see cref="Values"/>, or <see cref="Min"/> and <see cref="Max"/>; <see cref="HyperSearch"/> makes settings of them.
/// Source: emergent params, Hypers: keys Val, Min, Max, Sigma and any others; Values and Scale are this program's own.
/// </remarks>
public sealed record HyperParameter
{
    /// <summary>A parameter to be searched.</summary>
    /// <param name="path">The parameter: <c>Layer.Inhib.Layer.Gi</c>.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public HyperParameter(string path)
    {
        if (string.IsNullOrWhiteSpace(path)) { throw new ArgumentException("A hyper-parameter needs the path of a parameter, such as Layer.Inhib.Layer.Gi; it is empty.", nameof(path)); }
        Path = path.Trim();
    }

    /// <summary>The path of the parameter.</summary>
    public string Path { get; private init; }

    /// <summary>The value that the rule sets where it does not set the parameter otherwise; empty for none.</summary>
    public string Value { get; init; } = "";

    /// <summary>The least value.</summary>
    public double? Min { get; init; }

    /// <summary>The largest value.</summary>
    public double? Max { get; init; }

    /// <summary>The standard deviation of values drawn about <see cref="Value"/>; without it they are drawn evenly.</summary>
    public double? Sigma { get; init; }

    /// <summary>The values to choose from, as text: all there are for truth values and enumerations if none are given.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Whether steps and draws are even in the logarithm, as for learning rates.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>What files say of it besides, by key (<c>Priority</c>): kept, and of no effect.</summary>
    public IReadOnlyDictionary<string, string> Notes { get; init; } = new Dictionary<string, string>();

    internal HyperParameter WithPath(string fullPath) => this with { Path = fullPath };

    /// <summary>Checks what it says against itself and, where that is known, against the parameter.</summary>
    /// <exception cref="EmergentException">Something contradicts; the message has the range.</exception>
    internal void Check(Parameter? parameter, string where)
    {
        foreach (var (name, value) in ((string, double?)[])[("Min", Min), ("Max", Max), ("Sigma", Sigma)])
        {
            if (value is { } number && !double.IsFinite(number)) { throw Wrong($"{name} is {Text(number)}; it must be a finite number"); }
        }
        if (Min is null != Max is null) { throw Wrong($"has {(Min is null ? "Max" : "Min")} and no {(Min is null ? "Min" : "Max")}; a range needs both"); }
        if (Min > Max) { throw Wrong($"has Min {Text(Min.Value)} above Max {Text(Max!.Value)}. Exchange them"); }
        if (Min is not null && Values.Count > 0) { throw Wrong("has both Values and a range. Give one of them"); }
        if (Sigma <= 0) { throw Wrong($"has Sigma {Text(Sigma.Value)}; a standard deviation is above 0"); }
        if (Sigma is not null && Min is null) { throw Wrong("has Sigma and no range; give Min and Max, which draws keep within"); }
        if (Sigma is not null && IsLogarithmic) { throw Wrong("has Sigma and a logarithmic scale. Give one of them"); }
        if (IsLogarithmic && (Min is null || Min <= 0)) { throw Wrong("has a logarithmic scale and no range above 0; give Min and Max, both above 0"); }
        if (Min is not null && double.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var start) && !(start >= Min && start <= Max)) { throw Wrong($"has the value {Value}, outside its range {Text(Min.Value)}…{Text(Max!.Value)}"); }
        if (Sigma is not null && Value.Length == 0) { throw Wrong("has Sigma and no value; give the value that draws are about"); }
        foreach (var value in Values)
        {
            if (string.IsNullOrWhiteSpace(value) || value.Contains(',', StringComparison.Ordinal)) { throw Wrong($"has '{value}' among its Values; they are texts without commas, none of them empty"); }
        }
        if (parameter is not null) { CheckAgainst(parameter, where); }

        EmergentException Wrong(string what) => new($"{where}: hyper-parameter '{Path}' {what}.");
    }

    private void CheckAgainst(Parameter parameter, string where)
    {
        var whose = $"{where}, hyper-parameter";
        if (Value.Length > 0) { parameter.Parse(Value, whose); }
        foreach (var value in Values) { parameter.Parse(value, whose); }
        if (Min is null) { return; }
        if (!parameter.IsNumber) { throw new EmergentException($"{whose}: '{Path}' is no number, so it has no range {Text(Min.Value)}…{Text(Max!.Value)}. Give Values instead."); }
        foreach (var end in (double[])[Min.Value, Max!.Value]) { parameter.Check(parameter.FromDouble(end), whose); }
    }

    private static string Text(double number) => Parameter.Format(number);
}
