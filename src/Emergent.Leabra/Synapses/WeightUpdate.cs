using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>What a sender's synapses need to apply their changes.</summary>
/// <remarks>
/// LWt ← clip(LWt + DWt bounded), where an increase is bounded by inc (1 − LWt) and a decrease by dec LWt; Wt = Scale × contrast(LWt).
/// Synapses without a change keep their weight. Source: emergent leabra, learn.go, WtFmDWt.
/// </remarks>
internal ref struct WeightUpdate<TContrast>(in LearnConstants p, TContrast contrast, ReceiverValues receivers, SynapseStore synapses)
    where TContrast : struct, IContrast
{
    private readonly ref readonly LearnConstants _p = ref p;
    private readonly TContrast _contrast = contrast;
    private readonly ref float _wts = ref synapses.Wt.Start, _lwts = ref synapses.LWt.Start, _scales = ref (synapses.Scale ?? synapses.Wt).Start;
    private readonly bool _hasScale = synapses.Scale is not null;
    private readonly ref float _increase = ref receivers.Increase, _decrease = ref receivers.Decrease;
    private ref float _wt, _lwt, _scale;

    /// <summary>Goes to a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(in RowStart row)
    {
        _wt = ref Unsafe.Add(ref _wts, row.Place);
        _lwt = ref Unsafe.Add(ref _lwts, row.Place);
        _scale = ref Unsafe.Add(ref _scales, row.Place);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Apply<T>(T dwt, nuint i) where T : struct, ILanes<T>
    {
        T one = 1f, lwt = T.Load(ref _lwt, i);
        T increase = one, decrease = one;
        if (_p.Balance) { (increase, decrease) = (T.Load(ref _increase, i), T.Load(ref _decrease, i)); }
        if (_p.SoftBound) { (increase, decrease) = (increase * (one - lwt), decrease * lwt); }

        var bounded = dwt * T.IfLess(0f, dwt, increase, decrease);
        var newLwt = LaneMath.Clip<T>(lwt + bounded, 0f, 1f);
        var newWt = _contrast.Enhance(newLwt);
        if (_hasScale) { newWt = T.Load(ref _scale, i) * newWt; }

        T.Store(T.IfEqual(dwt, 0f, lwt, newLwt), ref _lwt, i);
        T.Store(T.IfEqual(dwt, 0f, T.Load(ref _wt, i), newWt), ref _wt, i);
    }

    /// <summary>Asks for what will be updated at <paramref name="i"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Prefetch(nint i)
    {
        Data.Prefetch.Line(ref _wt, i);
        Data.Prefetch.Line(ref _lwt, i);
    }
}
