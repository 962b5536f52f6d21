using Emergent.Data;
using Emergent.Networks;
using Emergent.Tests;

namespace Emergent.Sims.Tests;

public class FaceCategTests
{
    private static readonly string[] Layers = ["Emotion", "Gender", "Identity"];

    [Theory]
    [InlineData("full")]
    [InlineData("topdown")]
    public void With_the_references_weights_and_faces_every_cycle_is_its_own_bit_for_bit(string direction)
    {
        var simulation = new FaceCateg();
        simulation.Initialize();
        foreach (var synapse in GoldenData.Table("sims/ch3_face_categ/weights_used.tsv"))
        {
            simulation.Network.Projections.Single(p => p.Name == $"{synapse["send"]}To{synapse["recv"]}").SetWeight(synapse.Integer("si"), synapse.Integer("ri"), synapse.Float("Wt"));
        }
        // Its faces are what its network makes of them: pixels that are on are above a half.
        var faces = simulation.Shown.Single(t => t.Name == "Faces").Table().Column<float>("Input");
        foreach (var final in GoldenData.Table("sims/ch3_face_categ/input_final.tsv").Where(row => row["case"] == "full"))
        {
            var pixels = faces.Cell(final.Integer("trial"));
            for (var pixel = 0; pixel < pixels.Length; pixel++) { pixels[pixel] = final.Float($"Act{pixel}") > 0.5f ? 1f : 0f; }
        }
        simulation.SetInput(direction == "topdown");

        var states = new List<float[]>();
        simulation.Network.SafePoint += scale => { if (scale == TimeScale.Cycle) { states.Add([.. Layers.SelectMany(layer => simulation.Network[layer].Units("Act").ToArray())]); } };
        var inputs = new List<float[]>();
        simulation.Log.Tables.Single(t => t.Scale == TimeScale.Trial).RowAdded += _ => inputs.Add(simulation.Network["Input"].Units("Act").ToArray());
        simulation.Test();
        var cycles = GoldenRows.Cases("ch3_face_categ/cycle.tsv", "case").Single(c => c.Key == direction).ToList();
        Assert.Equal(12 * 40, cycles.Count);
        for (var i = 0; i < cycles.Count; i++)
        {
            Assert.Equal(Layers.SelectMany(layer => Enumerable.Range(0, simulation.Network[layer].UnitCount).Select(unit => cycles[i].Float($"{layer}{unit}"))), states[i]);
        }
        foreach (var final in GoldenData.Table("sims/ch3_face_categ/input_final.tsv").Where(row => row["case"] == direction))
        {
            Assert.Equal(Enumerable.Range(0, 256).Select(pixel => final.Float($"Act{pixel}")), inputs[final.Integer("trial")]);
        }
    }

    [Fact]
    public void Faces_are_as_described()
    {
        var faces = Faces.Table();
        Assert.Equal(12, faces.RowCount);
        foreach (var row in faces.Rows) { Assert.InRange(Pixels(faces, row.Index).Sum(), 58, 68); }
        for (var face = 0; face < 12; face += 2)
        {
            var different = Enumerable.Range(0, 256).Where(p => Pixels(faces, face)[p] != Pixels(faces, face + 1)[p]).ToArray();
            Assert.Equal(12, different.Length);   // the mouth and a pixel of each eye, on in one and off in the other
            Assert.All(different, p => Assert.Contains(p / Faces.Side, (int[])[2, 3, 8, 9]));
        }
        var partial = Faces.PartialTable(seed: 1);
        for (var face = 0; face < 12; face++)
        {
            Assert.Equal(Pixels(faces, face).Sum() - 20, Pixels(partial, face).Sum());
            Assert.All(Pixels(faces, face).Zip(Pixels(partial, face)), pixel => Assert.True(pixel.Second <= pixel.First));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void All_twelve_faces_are_categorised_whole_and_partial(bool partial)
    {
        var simulation = new FaceCateg();
        simulation.SetPatterns(partial);
        simulation.Run();
        var trials = simulation.Log[RunMode.Test, TimeScale.Trial];
        Assert.Equal(
            Faces.Table().Rows.Select(row => row.Get<string>("Name")),
            trials.Rows.Select(row => $"{row.Get<string>("Identity")}_{row.Get<string>("Emotion")}"));
        Assert.Equal("male male female female female female male male female female male male", string.Join(' ', trials.Rows.Select(row => row.Get<string>("Gender"))));
    }

    [Fact]
    public void Missing_pixels_fill_in_after_the_face_is_recognised()
    {
        // For ten ways to remove pixels: when half of them are back.
        var faces = Faces.Table();
        var back = new List<int>();
        for (var seed = 1; seed <= TestSize.Of(10, 2); seed++)
        {
            var partial = Faces.PartialTable(seed);
            var simulation = new FaceCateg();
            simulation.Initialize();
            ((TableEnvironment)simulation.EnvironmentOf(RunMode.Test)!).Patterns = partial;
            var cycles = simulation.Log[RunMode.Test, TimeScale.Cycle];
            simulation.Log.Tables.Single(t => t.Scale == TimeScale.Trial).RowAdded += trial =>
            {
                Assert.StartsWith(trial.Get<string>("Identity"), trial.Get<string>("TrialName"), StringComparison.Ordinal);
                back.Add(Enumerable.Range(0, 40).First(cycle => Filled(cycles.Column<float>("Input_Act").Cell(cycle), trial.Index) >= 10));
            };
            simulation.Test();

            int Filled(ReadOnlySpan<float> act, int face)
            {
                var count = 0;
                for (var p = 0; p < act.Length; p++) { if (act[p] > 0.5f && Pixels(faces, face)[p] > Pixels(partial, face)[p]) { count++; } }
                return count;
            }
        }
        // The reference's partial faces: 13 to 17 cycles.
        Assert.InRange(back.Order().ElementAt(back.Count / 2), 13, 17);
        Assert.All(back, cycle => Assert.InRange(cycle, 12, 30));
    }

    [Fact]
    public void Pictures_are_imagined_from_categories()
    {
        var simulation = new FaceCateg();
        simulation.SetInput(topDown: true);
        simulation.Run();
        var trials = simulation.Log[RunMode.Test, TimeScale.Trial];
        foreach (var trial in trials.Rows)
        {
            Assert.InRange(Metrics.Of(trials.Column<float>("Input_Act").Cell(trial.Index), Pixels(Faces.Table(), trial.Index), Metric.Correlation), 0.9f, 0.99f);   // the reference: 0.90 to 0.99
        }
    }

    [Fact]
    public void Pictures_cluster_by_gender_and_then_by_person_and_categories_make_new_groups()
    {
        var simulation = new FaceCateg();
        simulation.ClusterPlots();
        var input = Table("InputClusters");
        for (var a = 0; a < 12; a++)
        {
            var byDistance = Enumerable.Range(0, 12).Where(b => b != a).OrderBy(b => Distance("Input", a, b)).ToList();
            Assert.Equal(a ^ 1, byDistance[0]);                                                             // the same person with the other emotion
            Assert.True(byDistance.Take(5).All(b => IsMale(b) == IsMale(a)));                             // then those of the same gender
        }
        Assert.True(Distance("Emotion", 0, 2) < 0.2 && Distance("Emotion", 0, 1) > 1);                      // happy with happy, whoever it is
        var points = Table("PrjnEmoteGend");
        foreach (var row in points.Rows)
        {
            Assert.Equal(row.Get<string>("Name").EndsWith("happy", StringComparison.Ordinal), row.Get<float>("X") > 0);
            Assert.Equal(!IsMale(row.Index), row.Get<float>("Y") > 0);
        }
        Assert.Equal(12, Table("PrjnRandom").Rows.Select(row => row.Get<float>("X")).Distinct().Count());

        Table Table(string name) => simulation.Shown.Single(t => t.Name == name).Table();
        double Distance(string layer, int a, int b) => Metrics.Of(Table($"{layer}Clusters").Column<float>(layer).Cell(a), Table($"{layer}Clusters").Column<float>(layer).Cell(b), Metric.Euclidean);
        bool IsMale(int face) => face / 2 is 0 or 3 or 5;
    }

    private static float[] Pixels(Table faces, int face) => faces.Column<float>("Input").Cell(face).ToArray();
}
