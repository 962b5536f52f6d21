using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Computes the changes of one sender's synapses by a rule, and adds them to DWt.</summary>
/// <remarks>
/// dwt is the rule's; what follows is <see cref="LearningRule.Step"/>, as for <see cref="WeightChange"/>,
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
        var change = TRule.IsWhole ? dwt : LearningRule.Step(in _p, dwt, _decayedNorm, ref _largest, ref _moment, i);
        T.Store(T.Load(ref _dwt, i) + change, ref _dwt, i);
    }
}
