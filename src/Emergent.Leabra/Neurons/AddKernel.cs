using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Adds one column to another.</summary>
internal readonly ref struct AddKernel(ref float target, ref float source) : IKernel
{
    private readonly ref float _target = ref target, _source = ref source;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T> => T.Store(T.Load(ref _target, i) + T.Load(ref _source, i), ref _target, i);
}
