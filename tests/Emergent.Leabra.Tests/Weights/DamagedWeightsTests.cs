using System.IO.Compression;
using System.Text;
using Emergent.Networks;

namespace Emergent.Leabra.Tests;

/// <summary>Weights files that are damaged, or of another network: each is refused with the reason, and the network stays as it was.</summary>
public sealed class DamagedWeightsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("weights").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_layer_that_the_network_lacks_is_named() =>
        AssertRefused(SavedBy(WeightsFiles.Network(hasExtraLayer: true)), "layer 'Extra', which network 'Three' has not");

    [Fact]
    public void A_layer_of_another_name_is_named_with_the_nearest() =>
        AssertRefused(SavedBy(WeightsFiles.Network(hiddenName: "Hiden")), "layer 'Hiden'", "Did you mean 'Hidden'?");

    [Fact]
    public void A_layer_that_the_file_lacks_is_named()
    {
        var path = SavedBy(WeightsFiles.Network());
        AssertRefused(path, WeightsFiles.Network(hasExtraLayer: true), "no layer 'Extra'");
    }

    [Fact]
    public void Layers_of_another_size_are_refused() => AssertRefused(SavedBy(WeightsFiles.Network(hidden: 8)), "receiving unit 6", "[2, 3] has 6");

    [Fact]
    public void Fewer_synapses_are_refused() => AssertRefused(SavedBy(WeightsFiles.Network(upwards: Connectivity.OneToOne)), "'InputToHidden' has 6 synapses there and 36");

    [Fact]
    public void Other_synapses_are_refused()
    {
        var path = Path.Combine(_folder, "net.wts");
        WeightsFiles.Network().SaveWeights(path);
        AssertRefused(path, WeightsFiles.Network(upwards: Connectivity.OneToOne), "'InputToHidden' has a synapse from unit 1 to unit 0 there");
    }

    [Fact]
    public void A_missing_projection_is_named() => AssertRefused(Altered("\"From\": \"Output\"", "\"From\": \"Hidden\""), "Hidden");

    [Theory]
    [InlineData("\"N\": 6", "\"N\": 7", "N 7, 6 senders and 6 weights")]
    [InlineData("\"Ri\": 0", "\"Ri\": \"zero\"", "String")]
    [InlineData("\"Ri\": 0", "\"Ri\": 0.5", "Int32")]
    [InlineData("\"Ri\": 0", "\"Rx\": 0", "'Ri' is missing")]
    [InlineData("\"Ri\": 1,", "\"Ri\": 0,", "twice")]
    [InlineData("\"Si\": [ 0, 1,", "\"Si\": [ 0, 0,", "the synapse from unit 0 to unit 0 twice")]
    [InlineData("\"Si\": [ 0, 1,", "\"Si\": [ 0, -1,", "from unit -1 to unit 0")]
    [InlineData("\"Si\": [ 0, 1,", "\"Si\": 0, \"Sx\": [ 0, 1,", "found Number where StartArray belongs")]
    [InlineData("\"Wt\": [ 0.", "\"Wt\": [ NaN0.", "'N' is an invalid start of a value")]
    [InlineData("\"Wt\": [ 0.", "\"Wt\": [ 1e99, 0.", "7 weights")]
    [InlineData("\"Wt\": [ 0.", "\"Wt\": [ 1e990", "the weight ")]
    [InlineData("\"ActMAvg\": \"0.15\"", "\"ActMAvg\": \"NaN\"", "ActMAvg = NaN")]
    [InlineData("\"Layer\": \"Input\"", "\"Layer\": \"Hidden\"", "layer 'Hidden' twice")]
    [InlineData("\"Layer\": \"Input\"", "\"Layer\": null", "'Layer' is missing")]
    [InlineData("\"Layers\"", "\"Lagers\"", "'Layers' is missing")]
    [InlineData("\"Layer\": \"Input\",", "\"Layer\": \"Input\"", "line")]
    public void A_file_with_an_error_is_refused_with_the_reason(string old, string replacement, string reason) => AssertRefused(Altered(old, replacement), reason);

    [Fact]
    public void Errors_in_a_file_have_their_line_and_column()
    {
        var path = Altered("\"Ri\": 0,", "\"Ri\": zero,");
        var (line, text) = File.ReadAllText(path).Split('\n').Index().First(l => l.Item.Contains("zero", StringComparison.Ordinal));
        AssertRefused(path, $"line {line + 1}, column {text.IndexOf("zero", StringComparison.Ordinal) + 1}:");
    }

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("not JSON", "line 1")]
    [InlineData("[]", "found StartArray where StartObject belongs")]
    [InlineData("{}", "'Network' is missing")]
    [InlineData("null", "found Null where StartObject belongs")]
    [InlineData("{\"Network\": \"N\", \"Layers\": []} more", "line 1")]
    [InlineData("{\"Network\": \"N\", \"Layers\": []}", "no layer 'Input'")]
    [InlineData("{\"Network\": \"N\", \"Layers\": [3]}", "found Number where StartObject belongs")]
    public void Something_else_is_refused(string text, string reason)
    {
        var path = Path.Combine(_folder, "else.wts");
        File.WriteAllText(path, text);
        AssertRefused(path, reason);
    }

    [Theory]
    [InlineData("net.wts")]
    [InlineData("net.wts.gz")]
    public void A_file_cut_off_anywhere_is_refused(string name)
    {
        var path = Path.Combine(_folder, name);
        WeightsFiles.Network().SaveWeights(path);
        var whole = File.ReadAllBytes(path);
        for (var i = 0; i < 40; i++)
        {
            File.WriteAllBytes(path, whole[..((whole.Length - 2) * i / 39)]);   // the last byte of a .wts is its final line break
            AssertRefused(path, "damaged");
        }
    }

    [Fact]
    public void A_compressed_file_with_a_wrong_byte_is_refused()
    {
        var path = Path.Combine(_folder, "net.wts.gz");
        WeightsFiles.Network().SaveWeights(path);
        var whole = File.ReadAllBytes(path);
        for (var i = 0; i < 40; i++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[10 + (whole.Length - 11) * i / 39] ^= 0x55;   // the header's first ten bytes hold a time, which nobody reads
            File.WriteAllBytes(path, damaged);
            AssertRefused(path, "damaged");
        }
    }

    [Fact]
    public void A_compressed_file_that_is_not_one_is_refused()
    {
        var path = Path.Combine(_folder, "plain.wts.gz");
        File.WriteAllText(path, "{}");
        AssertRefused(path, "not a whole gzip file");
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() => AssertRefused(Path.Combine(_folder, "none.wts"), "none.wts", "could not be read");

    [Fact]
    public void A_folder_is_not_a_weights_file() => AssertRefused(_folder, "folder");

    [Fact]
    public void Unknown_members_and_notes_are_passed_over()
    {
        var network = WeightsFiles.Network();
        var before = WeightsFiles.Everything(network);
        network.LoadWeights(Altered("\"Layers\": [", "\"MetaData\": { \"Epoch\": \"12\", \"By\": \"me\" }, \"Units\": null, \"Layers\": ["));
        Assert.Equal(before, WeightsFiles.Everything(network));
    }

    [Fact]
    public void Saving_where_it_cannot_be_changes_nothing()
    {
        var network = WeightsFiles.Network();
        var path = Path.Combine(_folder, "none", "net.wts");
        Assert.Contains("none", Assert.Throws<EmergentException>(() => network.SaveWeights(path)).Message, StringComparison.Ordinal);
        Directory.CreateDirectory(path);   // a folder of the file's name
        Assert.Throws<EmergentException>(() => network.SaveWeights(path));
        Assert.Empty(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Weights_that_are_not_numbers_are_not_saved_over_good_ones()
    {
        var network = WeightsFiles.Network();
        var path = Path.Combine(_folder, "net.wts");
        network.SaveWeights(path);
        var good = File.ReadAllText(path);
        ((LeabraProjection)network.Projections[1]).Synapses.Wt.Span.Fill(float.NaN);
        var error = Assert.Throws<EmergentException>(() => network.SaveWeights(path));
        Assert.Contains("'HiddenToOutput': the weight from unit 0 to unit 0 is NaN", error.Message, StringComparison.Ordinal);
        Assert.Equal(good, File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_network_that_is_not_built_has_no_weights()
    {
        var network = new LeabraNetwork("Empty");
        Assert.Contains("Initialize", Assert.Throws<EmergentException>(() => network.SaveWeights(Path.Combine(_folder, "net.wts"))).Message, StringComparison.Ordinal);
        Assert.Contains("Initialize", Assert.Throws<EmergentException>(() => network.LoadWeights(Path.Combine(_folder, "net.wts"))).Message, StringComparison.Ordinal);
    }

    private string SavedBy(LeabraNetwork network)
    {
        var path = Path.Combine(_folder, "foreign.wts.gz");
        network.SaveWeights(path);
        return path;
    }

    /// <summary>A good file with the first occurrence of some text replaced.</summary>
    private string Altered(string old, string replacement)
    {
        var path = Path.Combine(_folder, "altered.wts");
        WeightsFiles.Network().SaveWeights(path);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"the file has no {old}");
        File.WriteAllText(path, text[..at] + replacement + text[(at + old.Length)..]);
        return path;
    }

    private static void AssertRefused(string path, params string[] reasons) => AssertRefused(path, WeightsFiles.Network(), reasons);

    private static void AssertRefused(string path, LeabraNetwork network, params string[] reasons)
    {
        var before = WeightsFiles.Everything(network);
        var error = Assert.Throws<EmergentException>(() => network.LoadWeights(path));
        Assert.Contains(Path.GetFileName(path), error.Message, StringComparison.Ordinal);
        foreach (var reason in reasons) { Assert.Contains(reason, error.Message, StringComparison.Ordinal); }
        Assert.Equal(before, WeightsFiles.Everything(network));
    }
}
