using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Works out the excitation of thalamic units: g = gain × (go − weight × nogo).</summary>
/// <remarks>Source: emergent leabra, pbwm, GPiGateParams.GeRaw.</remarks>
internal readonly ref struct GateDriveKernel(float gain, float weight, ref float go, ref float nogo, ref float drive) : IKernel
{
    private readonly float _gain = gain, _weight = weight;
    private readonly ref float _go = ref go, _nogo = ref nogo, _drive = ref drive;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T> => T.Store((T.Load(ref _go, i) - T.Load(ref _nogo, i) * _weight) * _gain, ref _drive, i);
}
