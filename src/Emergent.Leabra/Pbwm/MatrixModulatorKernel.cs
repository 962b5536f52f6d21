using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Gives matrix units the levels of dopamine and acetylcholine, as patch units let them through and receptors turn them.</summary>
/// <remarks>Where shunt > 0: DA ← PatchShunt DA, and ACh likewise. DALrn is DA by the receptor's sign and gains. Source: emergent leabra, pbwm, MatrixLayer.DaAChFmLay.</remarks>
internal readonly ref struct MatrixModulatorKernel(
    (float Full, float Shunted) da, (float Full, float Shunted) daLrn, (float Full, float Shunted) ach, ref float shunt, ref float daColumn, ref float daLrnColumn, ref float achColumn) : IKernel
{
    private readonly (float Full, float Shunted) _da = da, _daLrn = daLrn, _ach = ach;
    private readonly ref float _shunt = ref shunt, _daColumn = ref daColumn, _daLrnColumn = ref daLrnColumn, _achColumn = ref achColumn;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        var shunt = T.Load(ref _shunt, i);
        T.Store(T.IfLess(0f, shunt, _da.Shunted, _da.Full), ref _daColumn, i);
        T.Store(T.IfLess(0f, shunt, _daLrn.Shunted, _daLrn.Full), ref _daLrnColumn, i);
        T.Store(T.IfLess(0f, shunt, _ach.Shunted, _ach.Full), ref _achColumn, i);
    }
}
