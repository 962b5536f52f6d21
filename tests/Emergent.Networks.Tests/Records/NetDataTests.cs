using System.Text.Json;
using Emergent.Data;

namespace Emergent.Networks.Tests;

public sealed class NetDataTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("netdata").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("net.netdat")]
    [InlineData("net.netdat.gz")]
    [InlineData("net.NETDAT.GZ")]
    public void Records_come_back_bit_for_bit(string name)
    {
        var network = Built();
        var data = new NetData(network);
        float[][] states = [[0.1f, float.NaN, -0f], [float.PositiveInfinity, float.NegativeInfinity, float.Epsilon], [float.MaxValue, float.MinValue, 16777217f]];
        foreach (var state in states)
        {
            state.CopyTo(network["B"].Units("Sum"));
            data.Record($"Trial: {data.Count}  \"ä\"");
        }
        data.Save(PathOf(name));
        var read = NetData.Load(PathOf(name));
        Assert.Equal(("Tiny", 3, 5), (read.Network, read.Count, read.UnitCount));
        Assert.Equal([("A", 2), ("B", 3)], read.Layers);
        Assert.Equal(["Sum", "Input"], read.Variables);
        for (var r = 0; r < states.Length; r++)
        {
            Assert.Equal($"Trial: {r}  \"ä\"", read.Counters(r));
            Assert.Equal(states[r].Select(BitConverter.SingleToUInt32Bits), read.Units(r, "B", "Sum").ToArray().Select(BitConverter.SingleToUInt32Bits));
        }
        using var stream = new MemoryStream();
        data.Save(stream, name);
        Assert.Equal(File.ReadAllBytes(PathOf(name)), stream.ToArray());
        stream.Position = 0;
        Assert.Equal(3, NetData.Read(stream, name).Count);
    }

    [Fact]
    public void The_oldest_make_room()
    {
        var network = Built();
        var data = new NetData(network, most: 3);
        for (var trial = 0; trial < 5; trial++)
        {
            network["A"].Units("Input").Fill(trial);
            data.Record($"{trial}");
        }
        Assert.Equal((3, 3), (data.Count, data.Most));
        Assert.Equal(["2", "3", "4"], [data.Counters(0), data.Counters(1), data.Counters(2)]);
        for (var r = 0; r < 3; r++) { Assert.Equal([r + 2, r + 2], data.Units(r, "A", "Input").ToArray()); }
    }

    [Fact]
    public void The_file_has_the_members_that_emergent_looks_for()
    {
        var network = Built();
        var data = new NetData(network);
        for (var r = 0; r < 2; r++)
        {
            for (var u = 0; u < 3; u++) { network["B"].Units("Sum")[u] = (r * 10) + u; }
            network["B"].Units("Input").Fill(r == 0 ? float.NaN : 7);
            network["A"].Units("Input").Fill(r == 0 ? float.NaN : 7);
            data.Record($"Trial: {r}");
        }
        data.Save(PathOf("net.netdat"));
        using var file = JsonDocument.Parse(File.ReadAllText(PathOf("net.netdat")));
        var root = file.RootElement;
        Assert.Equal("""{"StIdx":0,"Len":2,"Max":2}""", root.GetProperty("Ring").GetRawText());
        Assert.Equal("""["Sum","Input"]""", root.GetProperty("UnVars").GetRawText());
        Assert.Equal("""{"Sum":0,"Input":1}""", root.GetProperty("UnVarIdxs").GetRawText());
        var layer = root.GetProperty("LayData").GetProperty("B");
        Assert.Equal(("B", 3), (layer.GetProperty("LayName").GetString(), layer.GetProperty("NUnits").GetInt32()));
        // Record by record, in each variable by variable, in each unit by unit; NaN by the number that stands for it.
        Assert.Equal("[0,1,2,-1.11E-37,-1.11E-37,-1.11E-37,10,11,12,7,7,7]", layer.GetProperty("Data").GetRawText());
        Assert.Equal("[0,3.4028235E+38,0,7]", root.GetProperty("MinPer").GetRawText());
        Assert.Equal("[2,-3.4028235E+38,12,7]", root.GetProperty("MaxPer").GetRawText());
        Assert.Equal(("[0,7]", "[12,7]"), (root.GetProperty("MinVar").GetRawText(), root.GetProperty("MaxVar").GetRawText()));
        Assert.Equal("""["Trial: 0","Trial: 1"]""", root.GetProperty("Counters").GetRawText());
        Assert.Equal(("[0,1]", """{"0":0,"1":1}"""), (root.GetProperty("RasterCtrs").GetRawText(), root.GetProperty("RasterMap").GetRawText()));
    }

    // A ring that has gone around: the third of three places is the oldest.
    private const string OfTheReference =
        """
        {"PrjnLay":"B","PrjnUnIdx":1,"PrjnType":"","UnVars":["Act","Vm"],"UnVarIdxs":{"Act":0,"Vm":1},"SynVars":["Wt"],"SynVarIdxs":{"Wt":0},
         "Ring":{"StIdx":2,"Len":3,"Max":3},"MaxData":1,
         "LayData":{"B":{"LayName":"B","NUnits":2,"Data":[20,21, -1.11e-37,-1.11e-37, 30,31, 0.5,0.5, 10,11, 0.25,0.25],"SendPrjns":null,"RecvPrjns":[{"Send":"A","Recv":"B","SynData":[1,2]}]},
                    "A":{"LayName":"A","NUnits":1,"Data":[2, 0, 3, 0, 1, 0]}},
         "MinPer":[0],"Counters":["two","three","one"],"RasterCtrs":[0,1,2],"RasterMap":{"0":0},"RastCtr":3}
        """;

    [Theory]
    [InlineData("\"UnVars\"", "\"UnVars\"")]
    [InlineData("\"UnVars\"", "\"Vars\"")]                // of older programs
    [InlineData("\"MaxData\":1,", "")]                    // of older ones, too
    [InlineData("\"Counters\":[\"two\",\"three\",\"one\"]", "\"Counters\":[\"two\",\"three\",\"one\"],\"Other\":{\"a\":[1,{}]}")]
    public void A_file_of_the_reference_is_read_from_its_oldest_record_on(string text, string instead)
    {
        File.WriteAllText(PathOf("old.netdat"), OfTheReference.Replace(text, instead, StringComparison.Ordinal));
        var data = NetData.Load(PathOf("old.netdat"));
        Assert.Equal((3, "one", "two", "three", ""), (data.Count, data.Counters(0), data.Counters(1), data.Counters(2), data.Network));
        Assert.Equal([10, 11], data.Units(0, "B", "Act").ToArray());
        Assert.Equal([20, 21], data.Units(1, "B", "Act").ToArray());
        Assert.Equal([float.NaN, float.NaN], data.Units(1, "B", "Vm").ToArray());
        Assert.Equal([3], data.Units(2, "A", "Act").ToArray());
    }

    [Fact]
    public void Of_several_items_at_once_the_first_is_read()
    {
        File.WriteAllText(PathOf("many.netdat"), """{"UnVars":["Act"],"Ring":{"StIdx":0,"Len":2,"Max":2},"MaxData":2,"LayData":{"A":{"NUnits":2,"Data":[1,2, 3,4, 5,6, 7,8]}}}""");
        var data = NetData.Load(PathOf("many.netdat"));
        Assert.Equal([1, 2], data.Units(0, "A", "Act").ToArray());
        Assert.Equal([5, 6], data.Units(1, "A", "Act").ToArray());
        Assert.Equal("", data.Counters(1));
    }

    [Theory]
    [InlineData("\"Max\":3", "\"Max\":4", "layer 'B' has 12 values, where 4 records of 2 variables of 2 units belong")]
    [InlineData("\"MaxData\":1", "\"MaxData\":2147483647", "layer 'B' has 12 values")]
    [InlineData("\"NUnits\":1", "\"NUnits\":0", "layer 'A' has 6 values")]
    [InlineData("\"StIdx\":2", "\"StIdx\":3", "its ring has 3 records from 3 on, of 3")]
    [InlineData("\"StIdx\":2", "\"StIdx\":-1", "its ring has 3 records from -1 on, of 3")]
    [InlineData("\"Len\":3", "\"Len\":4", "its ring has 4 records")]
    [InlineData("\"Len\":3", "\"Len\":0", "it has no records")]
    [InlineData("[\"Act\",\"Vm\"]", "[\"Act\",\"Act\"]", "a variable stands there twice")]
    [InlineData("[\"Act\",\"Vm\"]", "[]", "no variables or no layers")]
    [InlineData("\"LayData\"", "\"LaData\"", "'LayData' is missing")]
    [InlineData("\"Ring\"", "\"Rnig\"", "'Ring' is missing")]
    [InlineData("\"UnVars\"", "\"UVars\"", "'UnVars' is missing")]
    [InlineData("\"A\":{", "\"B\":{", "layer 'B' stands there twice")]
    [InlineData("[20,21", "[20,\"x\"", "is damaged at line 3")]
    [InlineData("\"RastCtr\":3}", "", "is damaged at line")]
    [InlineData("\"RastCtr\":3}", "\"RastCtr\":3} {", "is invalid after a single JSON value")]
    public void A_damaged_file_is_refused_with_place_and_reason(string text, string instead, string reason)
    {
        Assert.Contains(text, OfTheReference, StringComparison.Ordinal);
        File.WriteAllText(PathOf("bad.netdat"), OfTheReference.Replace(text, instead, StringComparison.Ordinal));
        NetworkTests.AssertSays(() => NetData.Load(PathOf("bad.netdat")), "Net data file", "bad.netdat' is damaged", reason);
    }

    [Fact]
    public void What_is_no_such_file_is_refused()
    {
        File.WriteAllText(PathOf("plain.netdat.gz"), OfTheReference);
        NetworkTests.AssertSays(() => NetData.Load(PathOf("plain.netdat.gz")), "is damaged: it is not a whole gzip file");
        NetworkTests.AssertSays(() => NetData.Load(_folder), "it is a folder");
        NetworkTests.AssertSays(() => NetData.Load(PathOf("none.netdat")), "could not be read");
        using var stream = new MemoryStream();
        Recorded().Save(stream, "a.netdat.gz");
        stream.Position = 0;
        NetworkTests.AssertSays(() => NetData.Read(stream, "a.netdat.gz", most: 100), "File 'a.netdat.gz' has more than 100 bytes when it is unpacked");
    }

    [Fact]
    public void A_unit_over_time_is_a_table()
    {
        var network = Built();
        var data = new NetData(network);
        for (var r = 0; r < 3; r++)
        {
            network["B"].Units("Sum")[1] = r / 4f;
            data.Record("");
        }
        var table = data.UnitTable("B", 1);
        Assert.Equal(["Rec", "Sum", "Input"], table.Columns.Select(c => c.Name));
        Assert.Equal([0, 1, 2], table.Column<int>("Rec").Values.ToArray());
        Assert.Equal([0, 0.25f, 0.5f], table.Column<float>("Sum").Values.ToArray());
        Assert.Equal(("B[1]", "Rec"), (table.Name, table.MetaData["XAxisCol"]));
        NetworkTests.AssertSays(() => data.UnitTable("B", 3), "Layer 'B' has units 0…2; there is no unit 3.");
        NetworkTests.AssertSays(() => data.UnitTable("b", 0), "no layer 'b'", "Did you mean 'B'?");
        NetworkTests.AssertSays(() => data.Units(0, "B", "Summ").ToArray(), "no variable 'Summ'", "Did you mean 'Sum'?");
    }

    [Fact]
    public void Mistakes_are_named()
    {
        NetworkTests.AssertSays(() => new NetData(new TinyNetwork().With("A")), "Network 'Tiny' has no states to record: it is not built.");
        var network = Built();
        NetworkTests.AssertSays(() => new NetData(network).Save(PathOf("none.netdat")), "no records of network 'Tiny' yet");
        Assert.False(File.Exists(PathOf("none.netdat")));
        var data = Recorded();
        NetworkTests.AssertSays(() => data.Save(Path.Combine(_folder, "no", "folder.netdat")), "could not be written");
        data.Save(PathOf("a.netdat"));
        NetworkTests.AssertSays(() => NetData.Load(PathOf("a.netdat")).Record(""), "read from a file");
        Assert.Throws<ArgumentOutOfRangeException>(() => new NetData(network, most: 0));
    }

    private static NetData Recorded()
    {
        var data = new NetData(Built());
        data.Record("");
        return data;
    }

    private static TinyNetwork Built()
    {
        var network = new TinyNetwork();
        network.Project(network.AddLayer("A", [1, 2]), network.AddLayer("B", [1, 3]));
        network.Build();
        return network;
    }

    private string PathOf(string name) => Path.Combine(_folder, name);
}
