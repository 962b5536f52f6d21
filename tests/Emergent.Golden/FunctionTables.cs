using Emergent.Leabra;

namespace Emergent.Golden;

/// <summary>Compares tables of the reference's functions with what the code that runs networks makes of the same arguments.</summary>
/// <remarks>
/// The tables' parameters are columns, or the defaults, or named by the case. State that a table carries from row to row starts afresh
/// with each step 0.
/// </remarks>
internal static partial class FunctionTables
{
    private static readonly Dictionary<string, Action<TsvFile, Comparison>> Tables = new(StringComparer.Ordinal)
    {
        ["actavg"] = RunningActivity,
        ["averages"] = LearningAverages,
        ["avgl"] = LongAverage,
        ["clampge"] = SoftClamp,
        ["cosdiff"] = Agreement,
        ["dwt_norm_moment"] = NormAndMomentum,
        ["fastexp"] = FastExp,
        ["fffb"] = FeedForwardFeedback,
        ["glong"] = LongConductances,
        ["glong_funs"] = LongConductanceFunctions,
        ["kna"] = Adaptation,
        ["neuron_rate"] = RateNeuron,
        ["neuron_spike"] = SpikingNeuron,
        ["nxx1"] = ActivationFunction,
        ["nxx1_derived"] = ActivationConstants,
        ["pbwm_funs"] = GatesAndModulation,
        ["pfcdyn"] = MaintenanceDynamics,
        ["selfinhib"] = SelfInhibition,
        ["spike_fun"] = Intervals,
        ["wtbal"] = Balance,
        ["wtfmdwt"] = WeightFromChange,
        ["wtscale"] = Strength,
        ["wtsig"] = ContrastOfWeights,
        ["xcal"] = CheckMark,
    };

    // Tables of mechanisms that are not built yet.
    private static readonly Dictionary<string, string> OfMechanisms = new(StringComparer.Ordinal)
    {
        ["chl"] = "hip",
    };

    /// <summary>Whether we have the functions of the table of this name.</summary>
    public static bool IsKnown(string name) => Tables.ContainsKey(name);

    /// <summary>Compares the table of this name.</summary>
    public static Comparison Run(string folder, string name)
    {
        if (OfMechanisms.TryGetValue(name, out var mechanism)) { return new Comparison(name) { Skipped = $"of a mechanism not built yet: {mechanism}" }; }
        if (!Tables.TryGetValue(name, out var compare)) { return new Comparison(name) { Skipped = "no table of functions that we know" }; }
        var table = TsvFile.Open(Path.Combine(folder, $"{name}.tsv")) ?? throw new EmergentException($"There is no table {name}.tsv in '{folder}'.");
        var result = new Comparison(name);
        compare(table, result);
        return result;
    }

    /// <summary>A network of one layer of one unit, whose kernels run as in any other.</summary>
    private static TLayer Alone<TLayer>(TLayer layer) where TLayer : LeabraLayer
    {
        new LeabraNetwork("Alone").AddLayer(layer);
        layer.Network!.Initialize(seed: 1);
        return layer;
    }

    private static LeabraLayer Alone() => Alone(new LeabraLayer("Unit", [1, 1]));

    private static bool IsFirst(TsvFile table, string[] row, string counter = "step") => table.Int(row, counter) == 0;

    private static string Where(TsvFile table, string[] row) => $"row {table.Rows.IndexOf(row) + 1}";
}
