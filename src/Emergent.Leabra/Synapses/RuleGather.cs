using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Brings the columns that a rule reads into the order of a row's synapses; one for each thread that learns.</summary>
internal sealed class RuleGather
{
    [ThreadStatic] private static RuleGather? _mine;
    private readonly AlignedFloats[] _columns = new AlignedFloats[RuleRow.MostColumns];

    /// <summary>This thread's, with room for rows of so many synapses.</summary>
    public static RuleGather Mine(int longestRow)
    {
        var mine = _mine ??= new RuleGather();
        if (mine._columns[0] is not { } first || first.Length < longestRow)
        {
            for (var c = 0; c < RuleRow.MostColumns; c++) { mine._columns[c] = new AlignedFloats(AlignedFloats.Padded(longestRow)); }
        }
        return mine;
    }

    /// <summary>The columns for a sender's synapses: where a projection is full they are in order as they stand.</summary>
    public RuleRow Row<TRule>(in TRule rule, SynapseStore synapses, int sender, int firstReceiver) where TRule : struct, ISynapseRule
    {
        if (synapses.IsFull)
        {
            return new RuleRow(
                ref At(in rule, 0, firstReceiver), ref At(in rule, 1, firstReceiver), ref At(in rule, 2, firstReceiver), ref At(in rule, 3, firstReceiver), ref At(in rule, 4, firstReceiver));
        }
        var receivers = synapses.ReceiversOf(sender);
        for (var c = 0; c < rule.Columns; c++) { Gather.Copy(ref rule.Column(c).Span[firstReceiver], receivers, ref _columns[c].Start); }
        return new RuleRow(ref _columns[0].Start, ref _columns[1].Start, ref _columns[2].Start, ref _columns[3].Start, ref _columns[4].Start);
    }

    private ref float At<TRule>(in TRule rule, int column, int firstReceiver) where TRule : struct, ISynapseRule =>
        ref (column < rule.Columns ? ref rule.Column(column).Span[firstReceiver] : ref _columns[0].Start);
}
