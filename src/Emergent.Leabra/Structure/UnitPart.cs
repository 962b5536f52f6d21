using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Units that one thread advances together: a layer, a part of a large one, or neighbouring layers that compute alike.</summary>
/// <remarks>
/// Ranges are of the network's columns and take the padding behind a layer's last unit along, so that whole vectors have no tails and
/// neighbouring layers become one range. What the padding becomes is never summed, sent or learned from.
/// </remarks>
public sealed class UnitPart
{
    private readonly List<(LeabraLayer Layer, int Start, int Count)> _slices = [];

    internal UnitPart() { }

    /// <summary>The layer whose steps advance the units.</summary>
    public LeabraLayer Layer { get; private set; } = null!;

    /// <summary>The units that are not lesioned.</summary>
    internal UnitRanges Live { get; } = new();

    /// <summary>The units that are not lesioned and have external input.</summary>
    internal UnitRanges Driven { get; } = new();

    /// <summary>The units that are not lesioned and have no external input.</summary>
    internal UnitRanges Free { get; } = new();

    /// <summary>All units of a layer.</summary>
    internal static UnitPart Of(LeabraLayer layer)
    {
        var part = new UnitPart();
        part.Begin(layer);
        part.Add(layer, 0, AlignedFloats.Padded(layer.UnitCount));
        return part;
    }

    internal void Begin(LeabraLayer layer)
    {
        Layer = layer;
        _slices.Clear();
        Live.Clear();
        Driven.Clear();
        Free.Clear();
    }

    /// <summary>Adds units of a layer; the end is its last unit's or the padding's behind it.</summary>
    internal void Add(LeabraLayer layer, int start, int end)
    {
        _slices.Add((layer, start, end - start));
        AddRanges(layer, layer.LiveUnits, Live, start, end);
        AddRanges(layer, layer.DrivenUnits, Driven, start, end);
        AddRanges(layer, layer.FreeUnits, Free, start, end);
    }

    /// <summary>Delivers to the units what projections send, to the last layer first if wanted, and integrates it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Receive(bool backwards)
    {
        for (var s = 0; s < _slices.Count; s++)
        {
            var (layer, start, count) = _slices[backwards ? _slices.Count - 1 - s : s];
            layer.ReceiveConductance(start, count);
        }
        Layer.IntegrateConductance(this);
    }

    private static void AddRanges(LeabraLayer layer, UnitRanges from, UnitRanges to, int start, int end)
    {
        for (var r = 0; r < from.Count; r++)
        {
            var (first, count) = from[r];
            var last = first + count == layer.UnitCount ? AlignedFloats.Padded(layer.UnitCount) : first + count;
            (first, last) = (Math.Max(first, start), Math.Min(last, end));
            if (last > first) { to.Add(layer.First + first, last - first); }
        }
    }
}
