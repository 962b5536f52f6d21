using System.Globalization;
using Emergent.Data;

namespace Emergent.Networks;

/// <summary>A hyper-parameter together with the objects that it is for.</summary>
public sealed class SearchedParameter
{
    private readonly Parameter _parameter;

    internal SearchedParameter(string selector, HyperParameter hyper, Parameter parameter) => (Selector, Hyper, _parameter) = (selector, hyper, parameter);

    /// <summary>The selector of its rule.</summary>
    public string Selector { get; }

    /// <summary>What may become of it.</summary>
    public HyperParameter Hyper { get; }

    /// <summary>Selector and path, as settings begin: <c>#Output Layer.Inhib.Layer.Gi</c>.</summary>
    public string Name => $"{Selector} {Hyper.Path}";

    internal bool IsNumber => _parameter.IsNumber;

    internal string Setting(string value) => $"{Name}={value}";

    internal object ValueOf(string setting)
    {
        if (!setting.StartsWith($"{Name}=", StringComparison.Ordinal)) { throw new EmergentException($"Setting '{setting}' is none of '{Name}'. Give points of this search."); }
        var value = _parameter.Parse(setting[(Name.Length + 1)..], $"Setting '{setting}'");
        return IsNumber ? Convert.ToDouble(Parameter.Format(value), CultureInfo.InvariantCulture) : Parameter.Format(value);   // by way of its text: 0.1, not the float next to it
    }

    /// <summary>Values at equal distances over the range, or all that are listed.</summary>
    internal IReadOnlyList<string> Steps(int count)
    {
        if (Hyper.Min is null) { return Choices; }
        var (min, max) = Range;
        return [.. Enumerable.Range(0, count).Select(i => Text(count == 1 ? 0.5 * (min + max) : min + i * (max - min) / (count - 1))).Distinct()];
    }

    internal string Draw(long seed, int index)
    {
        var random = new CounterRandom(seed, 0, CounterRandom.StreamOf($"search {Name}"), (ulong)index);
        if (Hyper.Min is null) { return Choices[random.NextInt(Choices.Count)]; }
        var (min, max) = Range;
        if (Hyper.Sigma is not { } sigma) { return Text(min + random.NextDouble() * (max - min)); }
        var mean = double.Parse(Hyper.Value, CultureInfo.InvariantCulture);
        for (var attempt = 0; attempt < 1000; attempt++)   // a range far narrower than Sigma, with the mean inside: one of 1000 hits or any place is as good
        {
            var value = mean + sigma * RandomDistribution.Gaussian(ref random);
            if (value >= min && value <= max) { return Text(value); }
        }
        return Text(min + random.NextDouble() * (max - min));
    }

    private IReadOnlyList<string> Choices => Hyper.Values.Count > 0 ? Hyper.Values : _parameter.AllValues;

    private (double Min, double Max) Range => Hyper.IsLogarithmic ? (Math.Log(Hyper.Min!.Value), Math.Log(Hyper.Max!.Value)) : (Hyper.Min!.Value, Hyper.Max!.Value);

    // The ends of a range are themselves, which the exponential of their logarithm need not be.
    private string Text(double place) => Parameter.Format(_parameter.FromDouble(Math.Clamp(Hyper.IsLogarithmic ? Math.Exp(place) : place, Hyper.Min!.Value, Hyper.Max!.Value)));
}
