using System.Globalization;
using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Shows the rows of a table or of a view more or less often, as a column of frequencies says.</summary>
/// <remarks>
/// Each epoch has round(Samples·frequency) trials of each row, halves rounded up; with <see cref="DrawsRows"/> each row has as many chances as Samples, and is shown
/// in each with its frequency as probability. Order.Sequential shows the trials of a row together, row after row; Order.Permuted shuffles them;
/// Order.WithReplacement draws the row of each trial anew, in proportion to its trials.
/// Source: emergent env, FreqTable; NSamples and RndSamp are <see cref="Samples"/> and <see cref="DrawsRows"/>.
/// </remarks>
/// <param name="patterns">The table, or some rows of it: a column of float tensors for each layer that is shown something, and one of frequencies.</param>
/// <param name="samples">How many trials of an epoch a frequency of 1 means.</param>
/// <param name="order">In which order the trials are shown.</param>
/// <param name="name">What the environment is for; each name has orders of its own.</param>
/// <param name="seed">What decides the orders, until <see cref="TableEnvironment.Initialize"/> is called with another.</param>
/// <param name="frequencyColumn">The column of frequencies.</param>
/// <param name="drawsRows">Whether the trials of a row are drawn by chance instead of counted.</param>
/// <exception cref="EmergentException">The rows cannot be shown: frequencies are missing, negative, above 1 where they are probabilities, or so small that no row is shown.</exception>
public sealed class FrequencyEnvironment(
    TableView patterns, int samples = 1, Order order = Order.Permuted, string name = "Train", long seed = 0, string frequencyColumn = "Freq", bool drawsRows = false)
    : TableEnvironment(patterns, order, name, seed)
{
    private const double Most = 10_000_000;   // trials of an epoch; more are a slip in a frequency

    /// <summary>How many trials of an epoch a frequency of 1 means.</summary>
    public int Samples { get; } = samples > 0 ? samples : throw new ArgumentOutOfRangeException(nameof(samples), samples, "Samples are at least 1.");

    /// <summary>The column of frequencies.</summary>
    public string FrequencyColumn { get; } = frequencyColumn;

    /// <summary>Whether the trials of a row are drawn by chance instead of counted; an epoch that would be empty then has one trial.</summary>
    public bool DrawsRows { get; } = drawsRows;

    private protected override int[] PlacesOfEpoch(TableView rows, ref CounterRandom random)
    {
        var frequencies = Frequencies(rows);
        var places = new List<int>();
        for (var place = 0; place < frequencies.Length; place++)
        {
            var count = DrawsRows ? RandomDistribution.Binomial(ref random, Samples, frequencies[place])
                : (int)Math.Round(Samples * frequencies[place], MidpointRounding.AwayFromZero);
            for (var i = 0; i < count; i++) { places.Add(place); }
        }
        if (places.Count == 0) { places.Add(RandomDistribution.Choose(ref random, frequencies)); }
        var order = places.ToArray();
        if (Order == Order.Permuted) { random.Shuffle<int>(order); }
        if (Order == Order.WithReplacement)
        {
            for (var i = 0; i < order.Length; i++) { order[i] = places[random.NextInt(places.Count)]; }
        }
        return order;
    }

    private protected override void CheckRows(TableView rows)
    {
        var (table, frequencies) = (rows.Table, Frequencies(rows));
        var total = 0.0;
        for (var place = 0; place < frequencies.Length; place++)
        {
            var (row, frequency) = (rows.RowIndices[place], frequencies[place]);
            if (!(frequency >= 0 && double.IsFinite(frequency)))
            {
                throw Wrong(table, row, frequency, "a frequency is a finite number of at least 0");
            }
            if (DrawsRows && frequency > 1) { throw Wrong(table, row, frequency, "a frequency by which rows are drawn is a probability from 0 to 1"); }
            var trials = frequency * Samples;
            total += DrawsRows || trials >= 0.5 ? trials : 0;
        }
        if (total == 0)
        {
            throw new EmergentException($"Environment '{Name}': the frequencies in column '{FrequencyColumn}' of table '{table.Name}' are so small that with {Samples} samples no row is shown. "
                + "Raise them, or the number of samples.");
        }
        if (total >= Most)
        {
            throw new EmergentException($"Environment '{Name}': the frequencies in column '{FrequencyColumn}' of table '{table.Name}' with {Samples} samples make "
                + $"{Most.ToString("N0", CultureInfo.InvariantCulture)} trials of an epoch or more. Lower them, or the number of samples.");
        }
    }

    private double[] Frequencies(TableView rows)
    {
        var table = rows.Table;
        if (!table.TryGetColumn(FrequencyColumn, out var column))
        {
            throw new EmergentException($"Environment '{Name}': table '{table.Name}' has no column '{FrequencyColumn}' that says how often each row is shown. "
                + $"{Names.DidYouMean(FrequencyColumn, table.Columns.Where(c => c.IsScalar).Select(c => c.Name))}");
        }
        if (!column.IsScalar || !column.IsNumeric)
        {
            throw new EmergentException($"Environment '{Name}': column '{FrequencyColumn}' of table '{table.Name}' is to say how often each row is shown; it takes single numbers.");
        }
        return rows.Numbers(FrequencyColumn);
    }

    private EmergentException Wrong(Table table, int row, double frequency, string rule) =>
        new($"Environment '{Name}': table '{table.Name}', row {row}, column '{FrequencyColumn}' is {GoFormat.Shortest(frequency)}; {rule}.");
}
