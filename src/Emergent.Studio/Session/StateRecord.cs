using System.Text.Unicode;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Studio;

/// <summary>What the network was at one safe point: the counters, and the values of some unit variables.</summary>
internal sealed class StateRecord(int units, int[] columns)
{
    private const int MostCounterBytes = 256, Overhead = 400;

    private readonly byte[] _counters = new byte[MostCounterBytes];
    private readonly float[] _values = new float[(long)units * columns.Length];
    private readonly (float Min, float Max)[] _bounds = new (float, float)[columns.Length];
    private int _counterLength;

    /// <summary>Its number, which counts on for as long as the session lives.</summary>
    public int Number { get; private set; }

    /// <summary>The places of the variables that it has.</summary>
    public int[] Columns => columns;

    public long Bytes { get; } = BytesOf(units, columns.Length);

    public ReadOnlySpan<byte> Counters => _counters.AsSpan(0, _counterLength);

    /// <summary>Whether another thread may be reading it for as long as it lives, so that it must not become another record.</summary>
    public bool IsShared { get; set; }

    /// <summary>Whether it comes from a file.</summary>
    public bool IsOpened { get; private set; }

    /// <summary>What a record of so many units and variables takes.</summary>
    public static long BytesOf(int units, int variables) => (long)units * variables * sizeof(float) + MostCounterBytes + Overhead;

    /// <summary>Takes the present state of a network.</summary>
    public void Take(int number, ReadOnlySpan<byte> counters, Network network)
    {
        (Number, IsOpened) = (number, false);
        _counterLength = Math.Min(counters.Length, MostCounterBytes);
        counters[.._counterLength].CopyTo(_counters);
        for (var place = 0; place < columns.Length; place++) { Take(place, network); }
    }

    /// <summary>Takes a state that was saved.</summary>
    /// <param name="number">Its number here.</param>
    /// <param name="record">The state.</param>
    /// <param name="variables">The places of the variables in it, in the order of <see cref="Columns"/>.</param>
    /// <param name="layers">Where in it the units of each layer begin, and how many there are.</param>
    public void Take(int number, INetDataRecord record, int[] variables, IReadOnlyList<(int Start, int Units)> layers)
    {
        (Number, IsOpened) = (number, true);
        Utf8.FromUtf16(record.Counters, _counters, out _, out _counterLength);   // what does not fit is cut off between two characters
        for (var place = 0; place < columns.Length; place++)
        {
            var values = record.ValuesOf(variables[place]);
            var rest = Column(place);
            foreach (var (start, units) in layers)
            {
                values.Slice(start, units).CopyTo(rest);
                rest = rest[units..];
            }
            _bounds[place] = FiniteBounds.Of(Column(place));
        }
    }

    /// <summary>The values of a variable; none if it was not recorded.</summary>
    public ReadOnlySpan<float> ValuesOf(int variable) => Array.IndexOf(columns, variable) is >= 0 and var place ? Column(place) : default;

    /// <summary>The least and the greatest finite value of a variable; +∞ and −∞ where there is none.</summary>
    public (float Min, float Max) BoundsOf(int variable) => Array.IndexOf(columns, variable) is >= 0 and var place ? _bounds[place] : FiniteBounds.None;

    /// <summary>Takes the values of a variable over all units into the column at a place among its own.</summary>
    private void Take(int place, Network network)
    {
        var rest = Column(place);
        var bounds = FiniteBounds.None;
        for (var l = 0; l < network.Layers.Count; l++)
        {
            ReadOnlySpan<float> values = network.Layers[l].Units(columns[place]);
            bounds = FiniteBounds.Both(bounds, FiniteBounds.OfCopied(values, rest));
            rest = rest[values.Length..];
        }
        _bounds[place] = bounds;
    }

    private Span<float> Column(int place) => _values.AsSpan(place * units, units);
}
