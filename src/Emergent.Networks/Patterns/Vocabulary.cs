using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Named lists of patterns for single pools, from which patterns of several pools are put together with <see cref="Patterns.Mix(Column{float}, Vocabulary, ReadOnlySpan{string})"/>.</summary>
/// <remarks>
/// Each list is a tensor [rows, units Y, units X]. The patterns of a list depend only on the seed and the list's name, so more lists or rows leave the others as they were
/// (rows drawn again for a minimum difference excepted).
/// Source: emergent patgen, Vocab.
/// </remarks>
public sealed class Vocabulary
{
    private readonly Dictionary<string, Tensor<float>> _lists = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    /// <summary>The names of the lists, in the order in which they were added.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>A list: a tensor [rows, units Y, units X], which may be changed.</summary>
    /// <exception cref="EmergentException">There is no such list.</exception>
    public Tensor<float> this[string name] => _lists.TryGetValue(name, out var list)
        ? list
        : throw new EmergentException($"The vocabulary has no list '{name}'. {Emergent.Names.DidYouMean(name, _names)}");

    /// <summary>Whether there is a list of this name.</summary>
    public bool Contains(string name) => _lists.ContainsKey(name);

    /// <summary>Adds a list made by hand.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="patterns">The patterns, [rows, units Y, units X]; they are copied.</param>
    /// <exception cref="EmergentException">The name is taken, or the tensor has other than three dimensions.</exception>
    public Tensor<float> Add(string name, Tensor<float> patterns)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        if (patterns.Shape.Rank != 3)
        {
            throw new EmergentException($"List '{name}' of a vocabulary takes patterns [rows, units Y, units X]; it was given shape {patterns.Shape}.");
        }
        return Attach(name, patterns.Clone());
    }

    /// <summary>Adds patterns with no unit on.</summary>
    /// <param name="name">The list's name.</param>
    /// <param name="rows">How many patterns.</param>
    /// <param name="pool">The shape of a pool, [units Y, units X].</param>
    /// <exception cref="EmergentException">The name is taken.</exception>
    public Tensor<float> AddEmpty(string name, int rows, Shape pool) => Attach(name, New(rows, pool));

    /// <summary>Adds patterns with the same number of units on in each, drawn by chance.</summary>
    /// <param name="name">The list's name.</param>
    /// <param name="rows">How many patterns.</param>
    /// <param name="pool">The shape of a pool, [units Y, units X].</param>
    /// <param name="active">Which part of the units is on, 0 … 1; rounded to whole units.</param>
    /// <param name="minimumDifference">Which part of the active units of any two patterns must be others, 0 … 1; rounded to whole units.</param>
    /// <param name="seed">What decides the patterns.</param>
    /// <remarks>Source: emergent patgen, AddVocabPermutedBinary.</remarks>
    /// <exception cref="ArgumentException">A fraction is outside 0 … 1, or the shape is not of two dimensions.</exception>
    /// <exception cref="EmergentException">The name is taken, or no patterns so different were found; the message says how many pairs are too near.</exception>
    public Tensor<float> AddPermutedBinary(string name, int rows, Shape pool, double active, double minimumDifference, long seed)
    {
        CheckNew(name);
        var list = New(rows, pool);
        var on = Patterns.Count(active, pool.Length);
        Patterns.DrawApart($"List '{name}'", list, StreamOf(name), on, Patterns.Count(minimumDifference, on), seed);
        return Attach(name, list);
    }

    /// <summary>Adds a copy of a list.</summary>
    /// <exception cref="EmergentException">The name is taken, or there is no list to copy.</exception>
    public Tensor<float> AddClone(string name, string from) => Attach(name, this[from].Clone());

    /// <summary>Adds one pattern of a list, repeated.</summary>
    /// <param name="name">The new list's name.</param>
    /// <param name="from">The list that has the pattern.</param>
    /// <param name="row">Its row there.</param>
    /// <param name="rows">How many times it is repeated.</param>
    /// <exception cref="EmergentException">The name is taken, or there is no such list or row.</exception>
    public Tensor<float> AddRepeat(string name, string from, int row, int rows)
    {
        var list = New(rows, this[from].Shape.Inner());
        var pattern = RowOf(from, row);
        for (var i = 0; i < rows; i++) { pattern.CopyTo(list.Slice(i).Values); }
        return Attach(name, list);
    }

    /// <summary>Adds patterns of which each is a little further from the first: some active units of the pattern before are others.</summary>
    /// <remarks>
    /// The first is a copy. Each step exchanges round(drift·active + carry) units, halves rounded up, where the carry is what rounding has left over so far: with 11 active
    /// units and a drift of 0.25, that is 3, 3, 2, 3 and again. Source: emergent patgen, AddVocabDrift.
    /// </remarks>
    /// <param name="name">The new list's name.</param>
    /// <param name="from">The list that has the first pattern.</param>
    /// <param name="row">Its row there.</param>
    /// <param name="rows">How many patterns.</param>
    /// <param name="drift">Which part of the active units is exchanged at each step, 0 … 1.</param>
    /// <param name="seed">What decides which.</param>
    /// <exception cref="ArgumentException">The drift is outside 0 … 1.</exception>
    /// <exception cref="EmergentException">The name is taken, or there is no such list or row.</exception>
    public Tensor<float> AddDrift(string name, string from, int row, int rows, double drift, long seed)
    {
        if (drift is not (>= 0 and <= 1)) { throw new ArgumentOutOfRangeException(nameof(drift), drift, "A drift is from 0 to 1, as a part of the active units."); }
        var list = New(rows, this[from].Shape.Inner());
        var first = RowOf(from, row);
        var active = 0;
        foreach (var value in first) { active += value == 1 ? 1 : 0; }
        first.CopyTo(list.Slice(0).Values);
        var carry = 0.0;
        for (var i = 1; i < rows; i++)
        {
            var exact = drift * active + carry;
            var flips = (int)Math.Round(exact, MidpointRounding.AwayFromZero);
            if (flips > Math.Min(active, first.Length - active))
            {
                throw new EmergentException($"List '{name}': a drift of {GoFormat.Shortest(drift)} exchanges {flips} of {active} active units, but only {first.Length - active} others are free. Let it drift less.");
            }
            carry = exact - flips;
            var pattern = list.Slice(i).Values;
            list.Slice(i - 1).Values.CopyTo(pattern);
            var random = new CounterRandom(seed, 0, CounterRandom.StreamOf($"drift {name}"), (ulong)i);
            Patterns.FlipBits(pattern, flips, flips, ref random);
        }
        return Attach(name, list);
    }

    /// <summary>Adds lists one after the other as a list of their own.</summary>
    /// <param name="name">The new list's name.</param>
    /// <param name="lists">The lists, whose pools have the same shape.</param>
    /// <exception cref="EmergentException">The name is taken, there is no such list, or their pools differ.</exception>
    public Tensor<float> AddConcatenation(string name, params ReadOnlySpan<string> lists)
    {
        if (lists.IsEmpty) { throw new ArgumentException("Name the lists to put one after the other.", nameof(lists)); }
        var pool = this[lists[0]].Shape.Inner();
        var rows = 0;
        foreach (var other in lists)
        {
            if (!this[other].Shape.Inner().Equals(pool))
            {
                throw new EmergentException($"List '{name}' cannot join '{lists[0]}', with pools of shape {pool}, and '{other}', with {this[other].Shape.Inner()}.");
            }
            rows += this[other].Shape[0];
        }
        var list = new Tensor<float>(pool.Prepend(rows));
        var at = 0;
        foreach (var other in lists)
        {
            this[other].Values.CopyTo(list.Values[at..]);
            at += this[other].Length;
        }
        return Attach(name, list);
    }

    /// <summary>Adds some rows of a list as a list of their own.</summary>
    /// <param name="name">The new list's name.</param>
    /// <param name="from">The list that has them.</param>
    /// <param name="row">The first of them.</param>
    /// <param name="rows">How many.</param>
    /// <exception cref="EmergentException">The name is taken, or there is no such list or row.</exception>
    public Tensor<float> AddSlice(string name, string from, int row, int rows)
    {
        var list = New(rows, this[from].Shape.Inner());
        for (var i = 0; i < rows; i++) { RowOf(from, row + i).CopyTo(list.Slice(i).Values); }
        return Attach(name, list);
    }

    /// <summary>Puts the patterns of a list into a random order.</summary>
    /// <exception cref="EmergentException">There is no such list.</exception>
    public void Shuffle(string name, long seed)
    {
        var list = this[name];
        var before = list.Clone();
        var order = new CounterRandom(seed, 0, CounterRandom.StreamOf($"shuffle {name}")).Permutation(list.Shape[0]);
        for (var i = 0; i < order.Length; i++) { before.Slice(order[i]).Values.CopyTo(list.Slice(i).Values); }
    }

    /// <summary>Removes a list.</summary>
    /// <exception cref="EmergentException">There is no such list.</exception>
    public void Remove(string name)
    {
        _ = this[name];
        _lists.Remove(name);
        _names.Remove(name);
    }

    private static ulong StreamOf(string name) => CounterRandom.StreamOf($"vocabulary {name}");

    private static Tensor<float> New(int rows, Shape pool)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentNullException.ThrowIfNull(pool);
        if (pool.Rank != 2) { throw new ArgumentException($"A pool has units of two dimensions, [Y, X]; shape {pool} was given.", nameof(pool)); }
        return new(pool.Prepend(rows));
    }

    private Span<float> RowOf(string list, int row)
    {
        var rows = this[list].Shape[0];
        if ((uint)row >= (uint)rows) { throw new EmergentException($"List '{list}' of the vocabulary has no row {row}; it has {rows}, from 0 to {rows - 1}."); }
        return this[list].Slice(row).Values;
    }

    private void CheckNew(string name)
    {
        if (string.IsNullOrWhiteSpace(name)) { throw new EmergentException("A list of a vocabulary needs a name."); }
        if (_lists.ContainsKey(name)) { throw new EmergentException($"The vocabulary already has a list '{name}'. Give the new one another name, or remove the old one."); }
    }

    private Tensor<float> Attach(string name, Tensor<float> list)
    {
        CheckNew(name);
        _lists.Add(name, list);
        _names.Add(name);
        return list;
    }
}
