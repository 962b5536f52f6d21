using System.Text.Json;
using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Golden;

/// <summary>One network of a golden folder: everything whose files begin with the same name.</summary>
public sealed partial class GoldenCase
{
    /// <summary>The ending of a network description, before .gz if it is gzipped.</summary>
    internal const string Description = "_net.json";

    private readonly string _prefix;
    private readonly Comparison _result;
    private readonly ReplayOptions _options;
    private readonly HashSet<string> _read = [];
    private readonly LeabraNetwork _network;
    private readonly TsvFile _patterns;
    private readonly TsvFile? _conditioning;   // one table with trials and figures, of networks that learn reward
    private readonly Dictionary<(int, int), List<(TsvFile, string[])>> _trialRows = [];
    private readonly Dictionary<(int, int, int), List<(TsvFile, string[])>> _cycleRows = [];
    private readonly Dictionary<(int, int), List<(TsvFile, string[])>> _scaleRows = [];

    private GoldenCase(string prefix, ReplayOptions options, JsonElement description)
    {
        (_prefix, _options, _result) = (prefix, options, new Comparison(Path.GetFileName(prefix)));
        var weights = Network.ReadWeights(Existing("_wts0.wts.gz"));
        _network = NetworkReader.Read(description, weights);
        _network.Threads = options.Threads;
        _network.Workers.SharesAlways = options.Threads > 1;
        _network.Initialize(seed: 1);
        _network.SetWeights(weights, _prefix);
        StartFromExactState();
        _conditioning = Open("");
        _patterns = _conditioning ?? Open("_pats") ?? throw new EmergentException($"{prefix}: there is no _pats.tsv.");
        foreach (var file in (string[])["_act", "_lay"]) { Index(Open(file), _trialRows, (t, row) => (t.Int(row, "epoch"), t.Int(row, "trial"))); }
        Index(Open("_gscale"), _scaleRows, (t, row) => (t.Int(row, "epoch"), t.Int(row, "trial")));
        foreach (var file in (string[])["_cyc", "_pool"]) { Index(Open(file), _cycleRows, (t, row) => (t.Int(row, "epoch"), t.Int(row, "trial"), t.Int(row, "cyc"))); }
    }

    /// <summary>Runs the case whose network description is <paramref name="netFile"/>, gzipped or not.</summary>
    public static Comparison Run(string netFile, ReplayOptions options)
    {
        var prefix = netFile[..netFile.LastIndexOf(Description, StringComparison.Ordinal)];
        using var stream = GzipFile.OpenRead(netFile);
        using var description = JsonDocument.Parse(stream);
        var unknown = NetworkReader.UnknownTypes(description.RootElement);
        if (unknown.Count > 0) { return new Comparison(Path.GetFileName(prefix)) { Skipped = $"not built yet: {string.Join(", ", unknown.Distinct())}" }; }
        var golden = new GoldenCase(prefix, options, description.RootElement);
        if (golden._conditioning is { } table) { golden.RunConditioning(table); }
        else if (golden._patterns.Has("tick_id")) { golden.RunTicks(); }
        else { golden.Run(); }
        golden._result.Unread.AddRange(golden.UnreadFiles());
        return golden._result;
    }

    private void RunConditioning(TsvFile table)
    {
        new ConditioningCase(_network, table, _result, _options).Run();
        CompareWeights("_wtsN.wts.gz");
    }

    private void Run()
    {
        // Tables of patterns by row are epochs in this order, and inputs stay until they are overwritten; those by trial are presented once, each afresh.
        var isHippocampus = _network.Mechanisms.OfType<ThetaPhases>().Any();
        var isEpochs = _patterns.Has("row");
        var epochs = isEpochs ? _trialRows.Keys.Select(k => k.Item1).Distinct().Order().ToArray() : [0];
        var byTrial = SynapsesByTrial();
        var statistics = new EpochStatistics(Open("_epc"), _result);
        var trials = 0;
        foreach (var epoch in epochs)
        {
            if (epoch == TestEpoch) { CompareEnd(); }
            for (var trial = 0; trial < _patterns.Rows.Count; trial++)
            {
                if (!isEpochs || isHippocampus) { _network.ClearInputs(); }
                Present(_patterns.Rows[trial]);
                if (isHippocampus) { PresentMemory(isTest: epoch == TestEpoch); }
                RunTrial(epoch, trial);
                if (epoch != TestEpoch) { Learn(trial, trials++, byTrial); }
                CompareTrials(epoch, trial);
                statistics.Add(_network);
            }
            statistics.EndEpoch(epoch);
            CompareWeights($"_wts{epoch + 1}.wts.gz");
        }
        if (!epochs.Contains(TestEpoch)) { CompareEnd(); }
    }

    private const int TestEpoch = 100;   // a test once the training is over

    private void CompareEnd()
    {
        CompareWeights("_wtsN.wts.gz");
        foreach (var file in (string[])["_synN", "_syn_final"]) { CompareSynapses(Open(file), "end", null); }
    }

    /// <summary>ECout is given the whole memory; in a test the last pool of the cue is empty.</summary>
    private void PresentMemory(bool isTest)
    {
        var (input, memory) = (_network["Input"], _network["ECout"]);
        var values = input.Units("Ext").ToArray();
        memory.Present(values, memory.Shape);
        if (!isTest) { return; }
        values.AsSpan()[^input.UnitsPerPool..].Clear();
        input.Present(values, input.Shape);
    }

    private void RunTrial(int epoch, int trial)
    {
        _network.BeginTrial(updateAverages: epoch != TestEpoch);
        CompareScales(epoch, trial);
        for (var quarter = 0; quarter < 4; quarter++) { RunQuarter(epoch, trial); }
    }

    private void RunQuarter(int epoch, int trial)
    {
        for (var cycle = 0; cycle < _network.Time.CyclesPerQuarter; cycle++)
        {
            var now = _network.Time.Cycle;
            _network.RunCycle();
            if (!_cycleRows.TryGetValue((epoch, trial, now), out var rows)) { continue; }
            foreach (var (file, row) in rows) { CompareCycle(file, row); }
        }
        _network.EndQuarter();
    }

    private void CompareScales(int epoch, int trial)
    {
        foreach (var (file, row) in _scaleRows.GetValueOrDefault((epoch, trial)) ?? []) { CompareScale(file, row); }
    }

    private void CompareTrials(int epoch, int trial)
    {
        foreach (var (file, row) in _trialRows.GetValueOrDefault((epoch, trial)) ?? []) { CompareTrial(file, row); }
    }

    private void Learn(int trial, int trials, SynapseTables byTrial)
    {
        var where = $"trial {trials}";
        if (_options.Fused) { _network.LearnWeights(); }
        else
        {
            _network.ComputeWeightChanges();
            CompareSynapses(byTrial.Changes(trials), $"{where} DWt", null);
            CompareSynapses(byTrial.All, $"{where} DWt", (trial, "DWt"));
            _network.ApplyWeightChanges();
        }
        CompareSynapses(byTrial.Weights(trials), $"{where} WtFmDWt", null);
        CompareSynapses(byTrial.All, $"{where} WtFmDWt", (trial, "WtFmDWt"));
    }

    /// <summary>The exact state of every synapse, where the case has it: LWt and Scale do not follow from the weights alone.</summary>
    private void StartFromExactState()
    {
        if (Open("_syn0") is not { } table) { return; }
        foreach (var row in table.Rows)
        {
            Projection(table, row).SetSynapse(
                table.Int(row, "si"), table.Int(row, "ri"), table.Float(row, "Wt"), table.Float(row, "LWt"), table.Float(row, "Norm"),
                table.Float(row, "Moment"), table.Float(row, "Scale"));
        }
    }

    private void Present(string[] row)
    {
        foreach (var layer in _network.Layers)
        {
            if (ColumnsOf(layer) is not { } prefix) { continue; }
            var values = new float[layer.UnitCount];
            for (var i = 0; i < values.Length; i++) { values[i] = _patterns.Float(row, $"{prefix}{i}"); }
            layer.Present(values, layer.Shape);
        }
    }

    /// <summary>What the names of the columns begin with that a layer takes: "in" for Input, "targ" for Targets, "ina" for InA; null for none.</summary>
    private string? ColumnsOf(Layer layer) => layer.Kind == LayerKind.Hidden ? null : _patterns.Header
        .Select(column => column.TrimEnd(Digits))
        .Where(start => start.Length > 1 && layer.Name.StartsWith(start, StringComparison.OrdinalIgnoreCase))
        .MaxBy(start => start.Length);

    private static readonly char[] Digits = [.. "0123456789"];

    private void CompareScale(TsvFile file, string[] row)
    {
        var projection = file.Has("prjn_idx")
            ? _network[file.Text(row, "recv")].ReceivingProjections[file.Int(row, "prjn_idx")]
            : _network[file.Text(row, "recv")].ReceivingProjections.First(p => p.Sender.Name == file.Text(row, "send"));
        _result.Add(((LeabraProjection)projection).GScale, file.Text(row, "GScale"), $"{Where(file, row)} GScale {projection.Name}");
    }

    private void CompareCycle(TsvFile file, string[] row)
    {
        var layer = _network[file.Text(row, "layer")];
        var where = $"{Where(file, row)} {layer.Name}";
        if (file.Has("pool")) { ComparePool(file, row, layer, where); }
        else if (file.Has("var")) { CompareUnits(file, row, layer, where); }
        else
        {
            var unit = file.Int(row, "unit");
            for (var c = file.Column("unit") + 1; c < row.Length; c++) { _result.Add(layer.Units(file.Header[c])[unit], row[c], $"{where}[{unit}].{file.Header[c]}"); }
        }
    }

    private void ComparePool(TsvFile file, string[] row, LeabraLayer layer, string where)
    {
        var inhibition = layer.Pools[file.Int(row, "pool")].Inhib;
        for (var c = file.Column("pool") + 1; c < row.Length; c++)
        {
            var ours = file.Header[c] switch
            {
                "GeAvg" => inhibition.Ge.Avg,
                "GeMax" => inhibition.Ge.Max,
                "ActAvg" => inhibition.Act.Avg,
                "ActMax" => inhibition.Act.Max,
                "FFi" => inhibition.FFi,
                "FBi" => inhibition.FBi,
                "Gi" => inhibition.Gi,
                "GiOrig" => inhibition.GiOrig,
                "LayGi" => inhibition.LayGi,
                var unknown => throw new EmergentException($"{file.Path}: no pool has '{unknown}'."),
            };
            _result.Add(ours, row[c], $"{where} pool {file.Int(row, "pool")}.{file.Header[c]}");
        }
    }

    private void CompareTrial(TsvFile file, string[] row)
    {
        var layer = _network[file.Text(row, "layer")];
        var where = $"{Where(file, row)} {layer.Name}";
        if (file.Has("var")) { CompareUnits(file, row, layer, where); }
        else { CompareLayer(file, row, layer, where); }
    }

    private void CompareUnits(TsvFile file, string[] row, LeabraLayer layer, string where)
    {
        var variable = file.Text(row, "var");
        _result.AddAll(layer.Units(variable), row.AsSpan(file.Column("var") + 1), $"{where}.{variable}");
    }

    private void CompareLayer(TsvFile file, string[] row, LeabraLayer layer, string where)
    {
        for (var c = file.Column("layer") + 1; c < row.Length; c++)
        {
            var pool = layer.Pools[0];
            if (file.Header[c] == "SSE05")
            {
                _result.Add(layer.SquaredError().Sum, row[c], $"{where}.SSE05");
                continue;
            }
            var ours = file.Header[c] switch
            {
                "Cos" => layer.CosDiff.Cos,
                "CosAvg" => layer.CosDiff.Avg,
                "CosVar" => layer.CosDiff.Var,
                "AvgLrn" => layer.CosDiff.AvgLrn,
                "ModAvgLLrn" => layer.CosDiff.ModAvgLLrn,
                "ActMAvg" => pool.ActMAvg,
                "ActPAvg" => pool.ActPAvg,
                "ActPAvgEff" => pool.ActPAvgEff,
                "ActM_Avg" => pool.ActM.Avg,
                "ActM_Max" => pool.ActM.Max,
                "ActP_Avg" => pool.ActP.Avg,
                "ActP_Max" => pool.ActP.Max,
                var unknown => throw new EmergentException($"{file.Path}: no layer has '{unknown}'."),
            };
            _result.Add(ours, row[c], $"{where}.{file.Header[c]}");
        }
    }

    private void CompareSynapses(TsvFile? table, string where, (int Trial, string Stage)? only)
    {
        if (table is null) { return; }
        foreach (var row in table.Rows)
        {
            if (only is { } wanted && (table.Int(row, "trial") != wanted.Trial || table.Text(row, "stage") != wanted.Stage)) { continue; }
            var projection = Projection(table, row);
            int sender = table.Int(row, "si"), receiver = table.Int(row, "ri");
            for (var c = table.Column("si") + 1; c < row.Length; c++)
            {
                var variable = table.Header[c];
                // Trace variables, which only some projections have; where they have not, the file says 0.
                var ours = variable is not ("xNTr" or "xTr") ? projection.Synapse(variable, sender, receiver)
                    : projection is TraceProjection ? projection.Synapse(variable[1..], sender, receiver) : 0f;
                _result.Add(ours, row[c], $"{where} {projection.Name}[{sender}→{receiver}].{variable}");
            }
        }
    }

    private void CompareWeights(string suffix)
    {
        if (!File.Exists(_prefix + suffix)) { return; }
        foreach (var layer in Network.ReadWeights(Existing(suffix)).Layers)
        {
            foreach (var (saved, projection) in layer.Projections.Zip(_network[layer.Name].ReceivingProjections))
            {
                foreach (var receiver in saved.Receivers)
                {
                    for (var k = 0; k < receiver.Senders.Length; k++)
                    {
                        _result.Add(projection.Synapse("Wt", receiver.Senders[k], receiver.Unit), receiver.Weights[k].ToString("R"), $"{suffix} {projection.Name}[{receiver.Senders[k]}→{receiver.Unit}].Wt");
                    }
                }
            }
            foreach (var (name, value) in layer.MetaData)
            {
                var pool = _network[layer.Name].Pools[0];
                _result.Add(name == "ActMAvg" ? pool.ActMAvg : pool.ActPAvg, value.ToString("R"), $"{suffix} {layer.Name}.{name}");
            }
        }
    }

    private LeabraProjection Projection(TsvFile table, string[] row)
    {
        var receiver = _network[table.Text(row, "recv")];
        return (LeabraProjection)(table.Has("prjn_idx")
            ? receiver.ReceivingProjections[table.Int(row, "prjn_idx")]
            : receiver.ReceivingProjections.First(p => p.Sender.Name == table.Text(row, "send")));
    }

    private static string Where(TsvFile file, string[] row) =>
        string.Join(' ', ((string[])["epoch", "trial", "cyc"]).Where(file.Has).Select(c => $"{c} {file.Text(row, c)}"));

    private static void Index<TKey>(TsvFile? file, Dictionary<TKey, List<(TsvFile, string[])>> index, Func<TsvFile, string[], TKey> key) where TKey : notnull
    {
        foreach (var row in file?.Rows ?? [])
        {
            if (!index.TryGetValue(key(file!, row), out var rows)) { index[key(file!, row)] = rows = []; }
            rows.Add((file!, row));
        }
    }

    private SynapseTables SynapsesByTrial() => new(Open("_syn"), name => Open(name));

    private TsvFile? Open(string suffix)
    {
        var file = TsvFile.Open($"{_prefix}{suffix}.tsv");
        if (file is not null) { _read.Add(Path.GetFileName(file.Path)); }
        return file;
    }

    private string Existing(string suffix)
    {
        _read.Add(Path.GetFileName(_prefix + suffix));
        return _prefix + suffix;
    }

    private IEnumerable<string> UnreadFiles()
    {
        var name = Path.GetFileName(_prefix);
        return Directory.GetFiles(Path.GetDirectoryName(_prefix)!, $"{name}_*").Select(f => Path.GetFileName(f)!)
            .Where(f => !f.StartsWith(name + Description, StringComparison.Ordinal) && !_read.Contains(f) && !BelongsToLongerName(f)).Order();

        // "full_noise" would also find the files of a case "full_noise_vm": those have a network of their own.
        bool BelongsToLongerName(string file) => Directory.GetFiles(Path.GetDirectoryName(_prefix)!, $"{name}_*{Description}*")
            .Select(n => Path.GetFileName(n)!)
            .Any(n => file.StartsWith(n[..(n.LastIndexOf(Description, StringComparison.Ordinal) + 1)], StringComparison.Ordinal));
    }
}

/// <summary>The tables of synapses of single trials.</summary>
/// <param name="All">The table of every trial and stage, if the case has one.</param>
/// <param name="Open">Opens another by its ending.</param>
internal sealed record SynapseTables(TsvFile? All, Func<string, TsvFile?> Open)
{
    /// <summary>The state after changes were computed in a trial.</summary>
    public TsvFile? Changes(int trial) => Open($"_syn_t{trial}_dwt");

    /// <summary>The state after changes were applied in a trial.</summary>
    public TsvFile? Weights(int trial) => Open($"_syn_t{trial}_wt") ?? Open($"_syn_t{trial}");
}
