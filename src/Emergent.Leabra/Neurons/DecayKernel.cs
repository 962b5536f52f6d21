using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Moves the state of units towards their initial state by a share of the way.</summary>
/// <remarks>Learning averages, ActLrn and adaptation stay. Source: emergent leabra, act.go, DecayState.</remarks>
internal readonly ref struct DecayKernel(float decay, ActInitParams init, NeuronState units) : IKernel
{
    private readonly float _decay = decay, _initAct = init.Act, _initGe = init.Ge, _initVm = init.Vm;
    private readonly ref float _act = ref units.Act.Start, _ge = ref units.Ge.Start, _gi = ref units.Gi.Start, _giSelf = ref units.GiSelf.Start;
    private readonly ref float _gk = ref units.Gk.Start, _vm = ref units.Vm.Start, _giSyn = ref units.GiSyn.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        Towards<T>(ref _act, _initAct, i);
        Towards<T>(ref _ge, _initGe, i);
        Towards<T>(ref _gi, 0f, i);
        Towards<T>(ref _giSelf, 0f, i);
        Towards<T>(ref _gk, 0f, i);
        Towards<T>(ref _vm, _initVm, i);
        Towards<T>(ref _giSyn, 0f, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Towards<T>(ref float column, float initial, nuint i) where T : struct, ILanes<T>
    {
        var x = T.Load(ref column, i);
        T.Store(x - _decay * (x - initial), ref column, i);
    }
}
