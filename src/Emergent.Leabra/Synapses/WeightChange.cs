using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>What a sender's synapses need to compute their changes.</summary>
internal ref struct WeightChange(in LearnConstants p, ReceiverValues receivers, SynapseStore synapses, Span<float> largest)
{
    private readonly ref readonly LearnConstants _p = ref p;
    private readonly ref float _short = ref receivers.ShortAverage, _medium = ref receivers.MediumAverage, _avgL = ref receivers.AvgL, _avgLLrn = ref receivers.AvgLLrn;
    private readonly ref float _moments = ref synapses.Moment.Start, _largest = ref largest[0];
    private ref float _moment;
    private float _senderAvgSLrn, _senderAvgM, _decayedNorm;

    /// <summary>Goes to a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(in RowStart row)
    {
        _moment = ref Unsafe.Add(ref _moments, row.Place);
        (_senderAvgSLrn, _senderAvgM, _decayedNorm) = (row.SenderAvgSLrn, row.SenderAvgM, row.DecayedNorm);
    }

    /// <summary>The change, learning rate included, of the row's synapses from <paramref name="i"/> on; momentum and the row's largest change are kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly T At<T>(nuint i) where T : struct, ILanes<T>
    {
        var lLrn = _p.SetLLrn ? (T)_p.LLrn : T.Load(ref _avgLLrn, i);
        var dwt = LearningRule.Change(in _p, T.Load(ref _short, i) * _senderAvgSLrn, T.Load(ref _medium, i) * _senderAvgM, T.Load(ref _avgL, i), lLrn);
        return LearningRule.Step(in _p, dwt, _decayedNorm, ref _largest, ref _moment, i);
    }

    /// <summary>Asks for what will be changed at <paramref name="i"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Prefetch(nint i) => Data.Prefetch.Line(ref _moment, i);
}
