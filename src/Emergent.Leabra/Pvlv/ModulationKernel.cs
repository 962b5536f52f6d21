using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Modulates activation, and works out what learning sees of it.</summary>
/// <remarks>
/// Receivers of modulation: ActDel −= Act − Act ModLevel; Act ← Act ModLevel. ModAct = Act (1 + DALrn), or PVAct where that is above 0.01.
/// Source: emergent leabra, pvlv, ModLayer.ActFmG.
/// </remarks>
internal readonly ref struct ModulationKernel(DopamineResponseParams p, bool isReceiver, NeuronState units, ModulationState state) : IKernel
{
    private const float LeastPrimaryValue = 0.01f;

    private readonly float _burst = p.SignedBurstGain, _dip = p.SignedDipGain;
    private readonly bool _isReceiver = isReceiver;
    private readonly ref float _act = ref units.Act.Start, _actDel = ref units.ActDel.Start, _level = ref state.ModLevel.Start;
    private readonly ref float _da = ref state.DA.Start, _modAct = ref state.ModAct.Start, _pvAct = ref state.PVAct.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        T act = T.Load(ref _act, i), da = T.Load(ref _da, i), pvAct = T.Load(ref _pvAct, i);
        if (_isReceiver)
        {
            var modulated = act * T.Load(ref _level, i);
            T.Store(T.Load(ref _actDel, i) - (act - modulated), ref _actDel, i);
            T.Store(modulated, ref _act, i);
            act = modulated;
        }
        var learned = act * (T.IfLess(0f, da, da * _burst, da * _dip) + 1f);
        T.Store(T.IfLess(LeastPrimaryValue, pvAct, pvAct, learned), ref _modAct, i);
    }
}
