using Emergent.Data;

namespace Emergent.Networks;

/// <summary>The parameters to be searched of the style sheets in use, and the points of a search as settings.</summary>
/// <remarks>
/// A point is a list of settings, one for each parameter, which go above all sheets: <c>foreach (var setting in point.Settings) { simulation.Set(setting); }</c>, or
/// <c>--set</c> on the command line. A later rule for the same selector and path takes the place of an earlier one.
/// </remarks>
public sealed class HyperSearch
{
    private const int MostPoints = 1_000_000;

    private HyperSearch(IReadOnlyList<SearchedParameter> parameters) => Parameters = parameters;

    /// <summary>The parameters, in order of their rules.</summary>
    public IReadOnlyList<SearchedParameter> Parameters { get; }

    /// <summary>The search that the sheets in use declare.</summary>
    /// <exception cref="EmergentException">None is declared, one is for no object of the network, or what it says is wrong.</exception>
    public static HyperSearch Of(StyleSets styles)
    {
        ArgumentNullException.ThrowIfNull(styles);
        var found = new List<SearchedParameter>();
        foreach (var parameter in styles.FindHypers())
        {
            found.RemoveAll(p => p.Name == parameter.Name);
            found.Add(parameter);
        }
        return found.Count > 0 ? new(found) : throw new EmergentException("The style sheets in use declare nothing to search. Add a HyperParameter to a rule, or use the style set that has one.");
    }

    /// <summary>Every combination of some values of each parameter; the last parameter changes fastest.</summary>
    /// <param name="steps">How many values a range is divided into, its ends among them; a parameter with Values has all of those. Steps of a whole number that fall together count once.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of steps is below 1.</exception>
    /// <exception cref="EmergentException">There are more than a million combinations.</exception>
    public IReadOnlyList<SearchPoint> Grid(int steps = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        var values = Parameters.Select(p => p.Steps(steps)).ToArray();
        var count = values.Aggregate(1.0, (product, v) => product * v.Count);
        if (count > MostPoints) { throw new EmergentException($"A grid of {string.Join(" × ", values.Select(v => v.Count))} values has {count:G4} points; it can have at most {MostPoints:N0}. Take fewer steps, or draw points with Random."); }
        var points = new List<SearchPoint>();
        var place = new int[values.Length];
        while (true)
        {
            points.Add(new(points.Count, [.. Parameters.Select((p, i) => p.Setting(values[i][place[i]]))]));
            var last = place.Length - 1;
            while (last >= 0 && ++place[last] == values[last].Count) { place[last--] = 0; }
            if (last < 0) { return points; }
        }
    }

    /// <summary>Points drawn at random, each parameter by itself.</summary>
    /// <remarks>
    /// Evenly among Values or within Min…Max (in the logarithm if it says so), or with Sigma normally about the value, within Min…Max. A parameter's draws depend on the seed, its
    /// own selector and path, and the point's index: another parameter beside it, or more points, leave them as they are.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number of points is negative.</exception>
    public IReadOnlyList<SearchPoint> Random(int count, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return [.. Enumerable.Range(0, count).Select(i => new SearchPoint(i, [.. Parameters.Select(p => p.Setting(p.Draw(seed, i)))]))];
    }

    /// <summary>Points as a table: a row for each with its index, and a column of values for each parameter.</summary>
    /// <remarks>Numbers are columns of numbers, other values texts. Add a column for what each point achieved.</remarks>
    public Table ToTable(IReadOnlyList<SearchPoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        var table = new Table("Search");
        table.AddColumn<int>("Point");
        foreach (var parameter in Parameters) { table.AddColumn(parameter.IsNumber ? typeof(double) : typeof(string), parameter.Name); }
        foreach (var point in points)
        {
            if (point.Settings.Count != Parameters.Count) { throw new EmergentException($"Point {point.Index} has {point.Settings.Count} settings; this search has {Parameters.Count} parameters. Give points of this search."); }
            table.Add([point.Index, .. point.Settings.Select((s, i) => Parameters[i].ValueOf(s))]);
        }
        return table;
    }
}
