using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>What one sender's synapses need to apply their changes.</summary>
/// <remarks>
/// LWt ← clip(LWt + DWt bounded), where an increase is bounded by inc (1 − LWt) and a decrease by dec LWt; Wt = Scale × contrast(LWt).
/// Synapses without a change keep their weight. Source: emergent leabra, learn.go, WtFmDWt.
/// </remarks>
internal readonly ref struct WeightUpdate<TContrast, TAccess>(
    in LearnConstants p, TContrast contrast, TAccess receivers, SynapseStore synapses, ref float increase, ref float decrease)
    where TContrast : struct, IContrast
    where TAccess : struct, IReceiverAccess, allows ref struct
{
    private readonly ref readonly LearnConstants _p = ref p;
    private readonly TContrast _contrast = contrast;
    private readonly TAccess _receivers = receivers;
    private readonly ref float _wt = ref synapses.Wt.Start, _lwt = ref synapses.LWt.Start;
    private readonly bool _hasScale = synapses.Scale is not null;
    private readonly ref float _scale = ref (synapses.Scale ?? synapses.Wt).Start;
    private readonly ref float _increase = ref increase, _decrease = ref decrease;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<T>(T dwt, nuint place) where T : struct, ILanes<T>
    {
        T one = 1f, lwt = T.Load(ref _lwt, place);
        T increase = one, decrease = one;
        if (_p.Balance) { (increase, decrease) = (_receivers.Load<T>(ref _increase, place), _receivers.Load<T>(ref _decrease, place)); }
        if (_p.SoftBound) { (increase, decrease) = (increase * (one - lwt), decrease * lwt); }

        var bounded = dwt * T.IfLess(0f, dwt, increase, decrease);
        var newLwt = LaneMath.Clip<T>(lwt + bounded, 0f, 1f);
        var newWt = _contrast.Enhance(newLwt);
        if (_hasScale) { newWt = T.Load(ref _scale, place) * newWt; }

        T.Store(T.IfEqual(dwt, 0f, lwt, newLwt), ref _lwt, place);
        T.Store(T.IfEqual(dwt, 0f, T.Load(ref _wt, place), newWt), ref _wt, place);
    }
}
