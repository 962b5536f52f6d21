using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>What a rule reads of the receivers of one sender's synapses: its columns, in the order of the synapses.</summary>
internal readonly ref struct RuleRow
{
    /// <summary>The most columns that a rule can read.</summary>
    public const int MostColumns = 5;

    private readonly ref float _first, _second, _third, _fourth, _fifth;

    /// <summary>The columns of a row; those that a rule does not have are never read.</summary>
    public RuleRow(ref float first, ref float second, ref float third, ref float fourth, ref float fifth)
    {
        _first = ref first;
        _second = ref second;
        _third = ref third;
        _fourth = ref fourth;
        _fifth = ref fifth;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T First<T>(nuint i) where T : struct, ILanes<T> => T.Load(ref _first, i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Second<T>(nuint i) where T : struct, ILanes<T> => T.Load(ref _second, i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Third<T>(nuint i) where T : struct, ILanes<T> => T.Load(ref _third, i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Fourth<T>(nuint i) where T : struct, ILanes<T> => T.Load(ref _fourth, i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Fifth<T>(nuint i) where T : struct, ILanes<T> => T.Load(ref _fifth, i);
}
