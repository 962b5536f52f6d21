using System.IO.Compression;
using Emergent.Golden;

namespace Emergent.Leabra.Tests;

/// <summary>Networks and functions against the reference's, bit by bit: tolerance none.</summary>
public class GoldenReplayTests
{
    // Statistics over 30 runs, each with random patterns of its own: for comparing distributions, not bits.
    private static readonly string[] NotOfThisRun = ["ra25_firstzero.tsv", "ra25_runs_epc.tsv.gz"];

    // Changes before they are applied, which learning in one pass does not keep.
    private static readonly string[] NotOfOnePass = ["ra25_syn_t0_dwt.tsv.gz"];

    [Theory, MemberData(nameof(GoldenRow.AllNetworks), MemberType = typeof(GoldenRow))]
    public void Network_has_the_bits_of_the_reference(GoldenRow golden) => AssertNothingDiffers(golden.ReplayNetwork());

    [Theory, MemberData(nameof(GoldenRow.AllTables), MemberType = typeof(GoldenRow))]
    public void Function_has_the_bits_of_the_reference(GoldenRow golden) => AssertNothingDiffers(golden.CompareTable());

    [Theory, MemberData(nameof(GoldenRow.SelectedNetworks), MemberType = typeof(GoldenRow))]
    public void Learning_in_one_pass_gives_the_same_bits(GoldenRow golden) =>
        AssertNothingDiffers(golden.ReplayNetwork(new ReplayOptions(Fused: true)), NotOfOnePass);

    [Theory, MemberData(nameof(GoldenRow.SelectedNetworks), MemberType = typeof(GoldenRow))]
    public void Threads_give_the_same_bits(GoldenRow golden)
    {
        for (var threads = 2; threads <= 3; threads++)
        {
            AssertNothingDiffers(golden.ReplayNetwork(new ReplayOptions(Threads: threads)));
            AssertNothingDiffers(golden.ReplayNetwork(new ReplayOptions(Threads: threads, Fused: true)), NotOfOnePass);
        }
    }

    [Fact]
    public void The_selection_is_complete()
    {
        Assert.Equal(35, GoldenRow.NetworksOf(isSelected: true).Count());
        Assert.Equal(24, GoldenRow.TablesOf(isSelected: true).Count(table => FunctionTables.IsKnown(table.Name)));
    }

    [Fact]
    public void One_changed_digit_is_noticed()
    {
        var folder = Directory.CreateTempSubdirectory("golden").FullName;
        try
        {
            foreach (var file in Directory.GetFiles(Path.Combine(GoldenData.Selection, "b"), "one2one_integ_half_*"))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }
            Assert.Equal(0, Assert.Single(Replayer.Replay(folder, new ReplayOptions())).Differing);

            ChangeOneDigit(Path.Combine(folder, "one2one_integ_half_cyc.tsv.gz"));

            var result = Assert.Single(Replayer.Replay(folder, new ReplayOptions()));
            Assert.Equal(1, result.Differing);
            Assert.Contains("Vm", result.FirstDifference, StringComparison.Ordinal);
            var (exitCode, differing, _, _) = GoldenProcess.Run([folder]);
            Assert.Equal((1, 1), (exitCode, differing));
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    [Fact]
    public void Layer_of_a_type_that_is_not_built_is_reported_by_name()
    {
        var folder = Directory.CreateTempSubdirectory("golden").FullName;
        try
        {
            using var original = GoldenData.OpenText(Path.Combine(GoldenData.Selection, "b", "one2one_integ_half_net.json.gz"));
            var strange = original.ReadToEnd().Replace("*leabra.Layer", "*strange.Layer", StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(folder, "strange_net.json"), strange);

            var result = Assert.Single(Replayer.Replay(folder, new ReplayOptions()));
            Assert.Equal("not built yet: *strange.Layer", result.Skipped);
            Assert.Equal(0, result.Compared);
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    private static void AssertNothingDiffers(Comparison result, params string[] notCompared)
    {
        if (result.Skipped is { } reason)
        {
            Assert.Matches("^(not built yet: [*]|of a mechanism not built yet: )", reason);
            Assert.DoesNotContain("*leabra.Layer", reason, StringComparison.Ordinal);
            return;
        }
        Assert.True(result.Differing == 0, result.ToString());
        Assert.True(result.Compared > 0, result.ToString());
        Assert.Empty(result.Unread.Except(NotOfThisRun).Except(notCompared));
    }

    /// <summary>Changes the last digit of the first unit's potential in the last cycle.</summary>
    private static void ChangeOneDigit(string path)
    {
        string[] lines;
        using (var reader = GoldenData.OpenText(path)) { lines = reader.ReadToEnd().TrimEnd('\n').Split('\n'); }
        var column = Array.IndexOf(lines[0].Split('\t'), "Vm");
        var cells = lines[^1].Split('\t');
        cells[column] = cells[column][..^1] + (cells[column][^1] == '5' ? '4' : '5');
        lines[^1] = string.Join('\t', cells);
        using var writer = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest));
        foreach (var line in lines) { writer.Write(line + "\n"); }
    }
}
