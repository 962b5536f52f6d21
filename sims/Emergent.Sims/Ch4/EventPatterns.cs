using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>Which four events are to be learned.</summary>
public enum EventSet
{
    /// <summary>Each output is of two inputs that no other output has: what is active together says it all.</summary>
    Easy,

    /// <summary>Inputs are shared: the third and fourth event have an output that the second input belongs to only sometimes.</summary>
    Hard,

    /// <summary>Every input is on once for each output, so that no single weight can help: it takes units between input and output.</summary>
    Impossible,
}

/// <summary>Three sets of four events, each an input of four units and an output of two.</summary>
internal static class EventPatterns
{
    /// <summary>The tables of all sets.</summary>
    public static IReadOnlyDictionary<EventSet, Table> All() => new Dictionary<EventSet, Table>
    {
        [EventSet.Easy] = Events(EventSet.Easy, ("1000", "10"), ("0100", "10"), ("0010", "01"), ("0001", "01")),
        [EventSet.Hard] = Events(EventSet.Hard, ("1110", "10"), ("0111", "10"), ("0101", "01"), ("0110", "01")),
        [EventSet.Impossible] = Events(EventSet.Impossible, ("1010", "10"), ("0101", "10"), ("1100", "01"), ("0011", "01")),
    };

    /// <summary>Shows the sets as tables that the user may change.</summary>
    public static void Show(this SimulationPlan plan, IReadOnlyDictionary<EventSet, Table> events)
    {
        foreach (var (set, table) in events) { plan.Show(new ShownTable($"{set}", () => table) { Description = $"The four events of the set {set}.", IsEditable = true }); }
    }

    private static Table Events(EventSet set, params (string Input, string Output)[] events)
    {
        var table = new Table($"{set}");
        table.AddColumn<string>("Name");
        table.AddColumn<float>("Input", [1, 4]);
        table.AddColumn<float>("Output", [1, 2]);
        foreach (var pattern in events) { table.Add($"Event_{table.RowCount}", Bits(pattern.Input), Bits(pattern.Output)); }
        return table;
    }

    private static float[] Bits(string bits) => [.. bits.Select(bit => bit == '1' ? 1f : 0f)];
}
