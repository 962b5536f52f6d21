using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Computes the changes of one sender's synapses by a rule, and adds them to DWt.</summary>
/// <remarks>
/// dwt is the rule's; Norm ← max(decayed Norm, |dwt|), Moment ← decayed Moment + dwt and the learning rate as in <see cref="WeightChange"/>,
/// whose kernel is written without a rule between because it is as long as the JIT inlines.
/// </remarks>
internal readonly ref struct RuleKernel<TRule>(
    TRule rule, RuleRow row, in LearnConstants p, ref float lwt, ref float dwt, ref float moment, float decayedNorm, Span<float> largest) : IKernel
    where TRule : struct, ISynapseRule
{
    private readonly TRule _rule = rule;
    private readonly RuleRow _row = row;
    private readonly ref readonly LearnConstants _p = ref p;
    private readonly ref float _lwt = ref lwt, _dwt = ref dwt, _moment = ref moment, _largest = ref largest[0];
    private readonly float _decayedNorm = decayedNorm;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        var dwt = _rule.Change(in _row, T.Load(ref _lwt, i), i);
        if (TRule.IsWhole)
        {
            T.Store(T.Load(ref _dwt, i) + dwt, ref _dwt, i);
            return;
        }
        T factor = 1f;
        if (_p.Norm)
        {
            var norm = T.Max(_decayedNorm, T.Abs(dwt));
            factor = LearningRule.NormFactor(in _p, norm);
            T.Store(T.Max(T.Load(ref _largest, 0), norm), ref _largest, 0);
        }
        if (_p.Momentum)
        {
            var moment = _p.MomentDecay.Of(T.Load(ref _moment, i)) + dwt;
            T.Store(moment, ref _moment, i);
            dwt = factor * _p.MomentLrComp.Of(moment);
        }
        else { dwt *= factor; }
        T.Store(T.Load(ref _dwt, i) + dwt * _p.Lrate, ref _dwt, i);
    }
}
