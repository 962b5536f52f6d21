using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>How a kernel over synapses finds the values of their receivers.</summary>
internal interface IReceiverAccess
{
    T Load<T>(ref float column, nuint place) where T : struct, ILanes<T>;
}

/// <summary>Receivers that are neighbours, as in full projections and runs: receiver = place + shift.</summary>
internal readonly ref struct NeighbouringReceivers(nint shift) : IReceiverAccess
{
    private readonly nint _shift = shift;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Load<T>(ref float column, nuint place) where T : struct, ILanes<T> => T.Load(ref Unsafe.Add(ref column, _shift), place);
}

/// <summary>Receivers anywhere, by an index.</summary>
internal readonly ref struct IndexedReceivers(ref int receiverOf) : IReceiverAccess
{
    private readonly ref int _receiverOf = ref receiverOf;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Load<T>(ref float column, nuint place) where T : struct, ILanes<T> => T.Gather(ref column, ref _receiverOf, place);
}
