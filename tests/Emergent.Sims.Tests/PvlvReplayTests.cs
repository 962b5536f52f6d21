using System.Globalization;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims.Tests;

// Runs of the reference, tick by tick: golden data sims/ch7_pvlv. Its order of trials is given, and the scales of the weights that it draws; all else is computed here, by the example's network, trials and
// inputs. No bit may differ.
public class PvlvReplayTests
{
    private const int OnlyInFull = 0;

    [Theory]
    [InlineData("PosExt", 1, 55)]   // until A's burst is half extinguished
    [InlineData("PosBlocking", 1, 125)]
    [InlineData("UnblockingValue", 1, 80)]
    [InlineData("NegCondInhib", 1, 10)]
    [InlineData("NegAcq", 1, OnlyInFull)]
    [InlineData("AbaRenewal", 1, OnlyInFull)]
    [InlineData("PosCondInhib", 1, OnlyInFull)]
    [InlineData("PosAcq", 1, OnlyInFull)]
    [InlineData("PosAcq", 2, OnlyInFull)]
    [InlineData("UnblockingIdentity", 1, OnlyInFull)]
    [InlineData("Overexpect", 1, OnlyInFull)]
    [InlineData("PosSecondOrderCond", 1, OnlyInFull)]
    public void Every_tick_has_the_bits_of_the_reference(string schedule, int seed, int blocks)
    {
        // The whole set of golden data is not beside every checkout.
        if (GoldenData.Find($"sims/ch7_pvlv/{schedule}.tsv") is null || (blocks == OnlyInFull && !TestSize.IsFull)) { return; }
        var replay = new Replay(seed);
        var rows = GoldenData.Table($"sims/ch7_pvlv/{schedule}.tsv").Where(row => row.Integer("seed") == seed);
        var compared = 0;
        foreach (var row in rows.GroupBy(row => (row["cond"], row["block"])).Take(TestSize.Of(int.MaxValue, blocks)).SelectMany(block => block))
        {
            replay.RunTick(PvlvSchedules.Of(schedule)[row.Integer("cond")], row);
            compared += replay.Compare(row);
        }
        Assert.True(compared > 0);
    }

    private sealed class Replay
    {
        private readonly LeabraNetwork _net = new("PVLV");
        private readonly PvlvTrials _trials;
        private readonly PvlvTensors _tensors = new(new PvlvSizes());
        private readonly Dictionary<int, (float[] Stimuli, float[] Contexts)> _shown = [];

        public Replay(int seed)
        {
            _trials = new PvlvTrials(_net.AddPvlv());
            _net.Threads = 1;
            _net.Build();
            _net.Initialize(seed: 0);
            foreach (var row in GoldenData.Table("sims/ch7_pvlv/initial_scales.tsv").Where(row => row.Integer("seed") == seed))
            {
                var projection = (AmygdalaProjection)_net.Projections.Single(p => p.Name == row["prjn"]);
                var scales = row["scales"].Split(' ').Select(scale => float.Parse(scale, CultureInfo.InvariantCulture)).ToList();
                for (var sender = 0; sender < scales.Count; sender++)
                {
                    var wt = projection.InitWtVal * scales[sender];
                    var lwt = Contrast.Linear(projection.Learn.WtSig, wt / scales[sender]);
                    projection.SetSynapse(sender, row.Integer("recv"), wt, lwt, norm: 0, moment: 0, scales[sender]);
                }
            }
        }

        public void RunTick((string Name, PvlvCondition Condition) part, Dictionary<string, string> row)
        {
            var tick = row.Integer("tick");
            var name = row["name"][..row["name"].LastIndexOf("_t", StringComparison.Ordinal)];
            var trial = part.Condition.Trials.First(t => name == t.NameOf(true) || name == t.NameOf(false));
            trial.Show(tick, !trial.HasNoOutcome && name == trial.NameOf(true), _tensors);
            ShowWhatTheReferenceLeaves(part.Name, trial, tick);
            if ((row["block"], row["trial"], tick) == ("0", "0", 0)) { _net.InitializeActivity(); }
            if (tick == 0) { _trials.BeginTrial(); }
            _trials.RunTick(_tensors.Inputs, trial.Learns);
            if (tick == trial.Ticks - 1) { _trials.EndTrial(); }
        }

        public int Compare(Dictionary<string, string> row)
        {
            var compared = 0;
            foreach (var column in row.Keys)
            {
                float ours;
                if (_net.Layers.SingleOrDefault(l => l.Name == column) is { } layer) { ours = layer.Units("Act").ToArray().Max(); }
                else if (column.EndsWith("_avg", StringComparison.Ordinal)) { ours = ((LeabraLayer)_net[$"BLAmyg{column[3..^4]}"]).Pools[0].Inhib.Act.Avg; }
                else { continue; }
                Assert.True(BitConverter.SingleToInt32Bits(row.Float(column)) == BitConverter.SingleToInt32Bits(ours),
                    $"{row["condname"]}, block {row["block"]}, trial {row["trial"]}, {row["name"]}: {column} is {ours}, in the reference {row[column]}.");
                compared++;
            }
            return compared;
        }

        // The reference's table of inputs keeps what a tick showed where a later trial shows nothing in it, and outcomes that are "mixed" have a second unit of time, in a place that means nothing. Both
        // matter in one schedule, and the example has neither.
        private void ShowWhatTheReferenceLeaves(string condition, PvlvTrial trial, int tick)
        {
            var isPair = trial.Name.IndexOf('_', StringComparison.Ordinal) > 1;
            var shows = (tick >= trial.Shown.First && tick <= trial.Shown.Last) || (isPair && tick >= trial.SecondShown.First && tick <= trial.SecondShown.Last);
            if (shows) { _shown[tick] = (_tensors.Stimuli.Values.ToArray(), _tensors.Contexts.Values.ToArray()); }
            else if (_shown.TryGetValue(tick, out var left))
            {
                left.Stimuli.CopyTo(_tensors.Stimuli.Values);
                left.Contexts.CopyTo(_tensors.Contexts.Values);
            }
            if ((condition, trial.Name, tick) == ("PosSecondOrderCond", "A_Rf", 5)) { _tensors.Times.Values[45] = 1; }
        }
    }
}
