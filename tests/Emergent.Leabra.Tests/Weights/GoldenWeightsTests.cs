using Emergent.Networks;

namespace Emergent.Leabra.Tests;

/// <summary>Weights files of Go emergent.</summary>
public sealed class GoldenWeightsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("weights").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("full_default_wtsN.wts.gz")]
    [InlineData("one2one_default_wts0.wts.gz")]
    public void A_file_of_the_reference_is_written_again_byte_for_byte(string name) => AssertSameText(WeightsFiles.Selected(name));

    [Fact]
    public void Every_file_of_the_golden_set_is_written_again_byte_for_byte()
    {
        // Only where the whole set is at hand; b and c are plain Leabra.
        if (GoldenData.WholeSet is not { } golden) { return; }
        var files = Directory.GetFiles(Path.Combine(golden, "b"), "*.wts.gz").Append(Path.Combine(golden, "c", "ra25_wts10.wts.gz")).Append(Path.Combine(golden, "c", "ra25_wts0.wts.gz")).ToList();
        Assert.True(files.Count > 20);
        foreach (var file in files) { AssertSameText(file); }
    }

    [Fact]
    public void Four_digits_are_what_the_reference_writes_by_default()
    {
        var network = WeightsFiles.Fitting(Network.ReadWeights(WeightsFiles.Selected("full_default_wtsN.wts.gz")));
        network.LoadWeights(WeightsFiles.Selected("full_default_wtsN.wts.gz"));
        var path = Path.Combine(_folder, "short.wts");
        network.SaveWeights(path, digits: 4);
        Assert.Contains("\"Wt\": [ 0.5018, 0.34, 0.6182, 0.46 ]", WeightsFiles.Text(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Running_averages_and_scales_come_back_too()
    {
        var network = WeightsFiles.Fitting(Network.ReadWeights(WeightsFiles.Selected("full_default_wtsN.wts.gz")));
        network.LoadWeights(WeightsFiles.Selected("full_default_wtsN.wts.gz"));
        Assert.Equal(0.19462062f, network["Input"].Pools[0].ActMAvg);
        Assert.Equal(0.13777652f, network["Hidden"].Pools[0].ActPAvg);
        Assert.Equal(0.13777652f, network["Hidden"].Pools[0].ActPAvgEff);
        Assert.Equal(0.5f, ((LeabraProjection)network["Hidden"].ReceivingProjections[0]).GScale);
    }

    private void AssertSameText(string golden)
    {
        var network = WeightsFiles.Fitting(Network.ReadWeights(golden));
        network.LoadWeights(golden);
        var path = Path.Combine(_folder, "again.wts");
        network.SaveWeights(path);
        Assert.Equal(WeightsFiles.Text(golden), WeightsFiles.Text(path));
    }
}
