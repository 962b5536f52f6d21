using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>What one sender's synapses need to compute their changes.</summary>
internal readonly ref struct WeightChange<TAccess>(
    in LearnConstants p, TAccess receivers, NeuronState units, int firstReceiver, float senderAvgSLrn, float senderAvgM,
    float decayedNorm, AlignedFloats moment, Span<float> largest)
    where TAccess : struct, IReceiverAccess, allows ref struct
{
    private readonly ref readonly LearnConstants _p = ref p;
    private readonly TAccess _receivers = receivers;
    private readonly ref float _avgSLrn = ref Unsafe.Add(ref units.AvgSLrn.Start, firstReceiver);
    private readonly ref float _avgM = ref Unsafe.Add(ref units.AvgM.Start, firstReceiver);
    private readonly ref float _avgL = ref Unsafe.Add(ref units.AvgL.Start, firstReceiver);
    private readonly ref float _avgLLrn = ref Unsafe.Add(ref units.AvgLLrn.Start, firstReceiver);
    private readonly ref float _moment = ref moment.Start;
    private readonly ref float _largest = ref largest[0];
    private readonly float _senderAvgSLrn = senderAvgSLrn, _senderAvgM = senderAvgM, _decayedNorm = decayedNorm;

    /// <summary>The change, learning rate included, of the synapses from <paramref name="place"/> on; momentum and the row's largest change are kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(nuint place) where T : struct, ILanes<T>
    {
        var lLrn = _p.SetLLrn ? (T)_p.LLrn : _receivers.Load<T>(ref _avgLLrn, place);
        var dwt = LearningRule.Change(
            in _p,
            _receivers.Load<T>(ref _avgSLrn, place) * _senderAvgSLrn,
            _receivers.Load<T>(ref _avgM, place) * _senderAvgM,
            _receivers.Load<T>(ref _avgL, place),
            lLrn);

        T factor = 1f;
        if (_p.Norm)
        {
            var norm = T.Max(_decayedNorm, T.Abs(dwt));
            factor = LearningRule.NormFactor(in _p, norm);
            T.Store(T.Max(T.Load(ref _largest, 0), norm), ref _largest, 0);
        }
        if (_p.Momentum)
        {
            var moment = T.Load(ref _moment, place) * _p.MomentDecay + dwt;
            T.Store(moment, ref _moment, place);
            dwt = factor * (moment * _p.MomentLrComp);
        }
        else { dwt *= factor; }
        return dwt * _p.Lrate;
    }
}
