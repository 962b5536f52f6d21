using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

// External input: patterns, lesions, and which units they concern.
public partial class LeabraLayer
{
    /// <inheritdoc/>
    protected override void PresentCore(ReadOnlySpan<float> pattern, Shape shape)
    {
        var (column, flag) = Kind switch
        {
            LayerKind.Target => (State.Targ, UnitFlags.HasTarg),
            LayerKind.Compare => (State.Targ, UnitFlags.HasCmpr),
            _ => (State.Ext, UnitFlags.HasExt),
        };
        var values = Column(column);
        var changed = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var unit = UnitOf(i, shape);
            if ((_flags[unit] & UnitFlags.Off) != 0) { continue; }
            values[unit] = pattern[i];
            changed |= _flags[unit] != flag;
            _flags[unit] = flag;
        }
        if (changed) { UpdateRanges(); }
    }

    /// <summary>Takes away external input and targets.</summary>
    protected internal virtual void ClearInput()
    {
        Column(State.Ext).Clear();
        Column(State.Targ).Clear();
        foreach (ref var flags in _flags.AsSpan()) { flags &= UnitFlags.Off; }
        UpdateRanges();
    }

    /// <summary>Switches off a random share of the units; others that were off come back.</summary>
    /// <param name="proportion">The share, rounded down to whole units.</param>
    /// <param name="seed">The seed that decides which.</param>
    /// <returns>The number of units switched off.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is not in 0…1.</exception>
    public int LesionShare(float proportion, long seed)
    {
        if (proportion is not (>= 0f and <= 1f)) { throw new ArgumentOutOfRangeException(nameof(proportion), $"Layer '{Name}': a lesion takes a share of 0…1 of the units; {proportion} was given."); }
        var random = new CounterRandom(seed, 0, CounterRandom.StreamOf($"lesion {Name}"));
        var units = random.Permutation(UnitCount)[..(int)(proportion * UnitCount)];
        Lesion(units);
        return units.Length;
    }

    /// <summary>Switches off these units, and no others.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A unit does not exist; nothing has changed.</exception>
    public void Lesion(params ReadOnlySpan<int> units)
    {
        RequireNetwork();
        foreach (var unit in units)
        {
            if ((uint)unit >= (uint)UnitCount) { throw new ArgumentOutOfRangeException(nameof(units), $"Layer '{Name}' has units 0…{UnitCount - 1}; unit {unit} cannot be lesioned."); }
        }
        foreach (ref var flags in _flags.AsSpan()) { flags &= ~UnitFlags.Off; }
        foreach (var unit in units) { _flags[unit] |= UnitFlags.Off; }
        UpdateRanges();
    }

    /// <summary>Brings back all units that were switched off.</summary>
    public void Unlesion() => Lesion([]);

    /// <summary>After a change of kind between Target and Compare, makes targets what they would be had they been presented since.</summary>
    internal void TurnTargets()
    {
        var flag = Kind == LayerKind.Target ? UnitFlags.HasTarg : UnitFlags.HasCmpr;
        foreach (ref var flags in _flags.AsSpan())
        {
            if ((flags & (UnitFlags.HasTarg | UnitFlags.HasCmpr)) != 0 && (flags & UnitFlags.Off) == 0) { flags = flag; }
        }
        UpdateRanges();
    }

    /// <summary>At the end of the minus phase, targets become external input, so that they clamp the plus phase.</summary>
    private void TargetsBecomeInput()
    {
        var changed = false;
        for (var unit = 0; unit < _flags.Length; unit++)
        {
            if ((_flags[unit] & (UnitFlags.HasTarg | UnitFlags.Off)) != UnitFlags.HasTarg) { continue; }
            State.Ext.Span[First + unit] = State.Targ.Span[First + unit];
            changed |= (_flags[unit] & UnitFlags.HasExt) == 0;
            _flags[unit] |= UnitFlags.HasExt;
        }
        if (changed) { UpdateRanges(); }
    }

    private void UpdateRanges()
    {
        LeabraNetwork.UnitsChange();
        LiveUnits.Clear();
        DrivenUnits.Clear();
        FreeUnits.Clear();
        for (var unit = 0; unit < _flags.Length; unit++)
        {
            if ((_flags[unit] & UnitFlags.Off) != 0) { continue; }
            LiveUnits.Add(unit);
            ((_flags[unit] & UnitFlags.HasExt) != 0 ? DrivenUnits : FreeUnits).Add(unit);
        }
    }
}
