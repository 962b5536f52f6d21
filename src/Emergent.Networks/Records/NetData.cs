using Emergent.Data;

namespace Emergent.Networks;

/// <summary>States of a network, one after another: the values of all unit variables in each, and where the simulation was. The oldest make room for new ones.</summary>
/// <remarks>
/// It is what the window scrolls back through, without a window: record while a program runs, save, and open the file in the window or read it elsewhere. Synapses are not among it; they are in
/// weights files. Source: emergent netview, NetData.
/// <code>
/// var data = new NetData(net);
/// net.SafePoint += scale => { if (scale == TimeScale.Cycle) { data.Record(""); } };
/// …
/// data.Save("trial.netdat.gz");
/// </code>
/// </remarks>
public sealed class NetData
{
    /// <summary>As many as the reference keeps: the cycles, quarters and ends of two trials.</summary>
    public const int UsualRecords = 210;

    private readonly Network? _recorded;
    private readonly List<INetDataRecord> _records = [];
    private readonly Dictionary<string, int> _variables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Start, int Units)> _layers = new(StringComparer.Ordinal);

    /// <summary>Begins without records.</summary>
    /// <param name="network">The network whose states are recorded.</param>
    /// <param name="most">How many records are kept at most.</param>
    /// <exception cref="EmergentException">The network is not built.</exception>
    public NetData(Network network, int most = UsualRecords) : this((network ?? throw new ArgumentNullException(nameof(network))).Name, [.. network.Layers.Select(l => (l.Name, l.UnitCount))], [.. network.UnitVariables.Select(v => v.Name)])
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        if (!network.IsBuilt) { throw new EmergentException($"Network '{network.Name}' has no states to record: it is not built. Call Build() or Initialize(seed) first."); }
        (_recorded, Most) = (network, most);
    }

    internal NetData(string network, IReadOnlyList<(string Name, int Units)> layers, IReadOnlyList<string> variables, params ReadOnlySpan<INetDataRecord> records)
    {
        (Network, Layers, Variables, Most) = (network, layers, variables, records.Length);
        foreach (var (name, units) in layers)
        {
            _layers.Add(name, (UnitCount, units));
            UnitCount += units;
        }
        for (var v = 0; v < variables.Count; v++) { _variables.Add(variables[v], v); }
        _records.AddRange(records);
    }

    /// <summary>The network's name; empty where a file does not have it, as those of the Go program.</summary>
    public string Network { get; }

    /// <summary>The layers, and how many units each has.</summary>
    public IReadOnlyList<(string Name, int Units)> Layers { get; }

    /// <summary>The names of the unit variables.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>How many units all layers have.</summary>
    public int UnitCount { get; }

    /// <summary>How many records there are.</summary>
    public int Count => _records.Count;

    /// <summary>How many records are kept at most.</summary>
    public int Most { get; }

    internal IReadOnlyList<INetDataRecord> Records => _records;

    /// <summary>Records the network's present state.</summary>
    /// <param name="counters">Where the simulation is, as <see cref="Simulation.Status"/> says it.</param>
    /// <exception cref="EmergentException">It was read from a file, or the network has been given other layers or sizes since.</exception>
    public void Record(string counters)
    {
        ArgumentNullException.ThrowIfNull(counters);
        var network = _recorded ?? throw new EmergentException("These records were read from a file and belong to no network. Record into 'new NetData(network)'.");
        if (network.Layers.Count != Layers.Count || !network.Layers.Select(l => (l.Name, l.UnitCount)).SequenceEqual(Layers))
        {
            throw new EmergentException($"Network '{Network}' has other layers than when recording began. Begin a new NetData.");
        }
        var values = new float[(long)UnitCount * Variables.Count];
        if (Count == Most)
        {
            values = ((NetDataRecord)_records[0]).Values;
            _records.RemoveAt(0);
        }
        for (var (v, to) = (0, 0); v < Variables.Count; v++)
        {
            foreach (var layer in network.Layers)
            {
                layer.Units(v).CopyTo(values.AsSpan(to));
                to += layer.UnitCount;
            }
        }
        _records.Add(new NetDataRecord(counters, values, UnitCount));
    }

    /// <summary>Where the simulation was.</summary>
    /// <param name="record">Which record, 0 the oldest.</param>
    public string Counters(int record) => _records[record].Counters;

    /// <summary>The values of a variable over the units of a layer.</summary>
    /// <param name="record">Which record, 0 the oldest.</param>
    /// <param name="layer">The layer's name.</param>
    /// <param name="variable">The variable's name.</param>
    /// <exception cref="EmergentException">There is no such layer or variable.</exception>
    public ReadOnlySpan<float> Units(int record, string layer, string variable)
    {
        var (start, units) = PlaceOf(layer);
        return _records[record].ValuesOf(PlaceOfVariable(variable)).Slice(start, units);
    }

    /// <summary>All variables of a unit over the records, a row for each, with its number in the column <c>Rec</c>.</summary>
    /// <exception cref="EmergentException">There is no such layer or unit.</exception>
    public Table UnitTable(string layer, int unit)
    {
        var (start, units) = PlaceOf(layer);
        if ((uint)unit >= (uint)units) { throw new EmergentException($"Layer '{layer}' has units 0…{units - 1}; there is no unit {unit}."); }
        var table = new Table($"{layer}[{unit}]") { MetaData = { ["XAxisCol"] = "Rec", ["read-only"] = "true" } };
        var numbers = table.AddColumn<int>("Rec");
        Column<float>[] columns = [.. Variables.Select(v => table.AddColumn<float>(v))];
        table.AddRows(Count);
        for (var r = 0; r < Count; r++)
        {
            numbers[r] = r;
            for (var v = 0; v < columns.Length; v++) { columns[v][r] = _records[r].ValuesOf(v)[start + unit]; }
        }
        return table;
    }

    /// <summary>Saves all records in emergent's JSON, which its NetView opens too.</summary>
    /// <param name="path">The file, by custom <c>.netdat</c>, or <c>.netdat.gz</c> for a compressed one.</param>
    /// <exception cref="EmergentException">There are no records or the file cannot be written; what stood there is unchanged.</exception>
    public void Save(string path)
    {
        RequireRecords();
        WholeFile.Write(path, stream => NetDataWriter.Write(this, stream, path));
    }

    /// <summary>Writes what a file of the records holds into a stream.</summary>
    /// <param name="stream">The stream, which stays open.</param>
    /// <param name="name">What the file is called: it is compressed if that ends in <c>.gz</c>.</param>
    /// <exception cref="EmergentException">There are no records.</exception>
    public void Save(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        RequireRecords();
        NetDataWriter.Write(this, stream, name);
    }

    /// <summary>Reads a file of this program or of the Go one.</summary>
    /// <exception cref="EmergentException">The file cannot be read or is damaged.</exception>
    public static NetData Load(string path) => NetDataReader.Read(path);

    /// <summary>Reads what a file holds from a stream.</summary>
    /// <param name="stream">The stream, which is read to its end.</param>
    /// <param name="name">What the file is called, for errors too: it is compressed if that ends in <c>.gz</c>.</param>
    /// <param name="most">How many bytes it may have when it is unpacked: a small file that somebody sends may be large.</param>
    /// <exception cref="EmergentException">It is damaged, or larger.</exception>
    public static NetData Read(Stream stream, string name, long most = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return NetDataReader.Read(content.ToArray(), name, most);
    }

    /// <summary>The place of a layer's first unit among all, and how many it has.</summary>
    internal (int Start, int Units) PlaceOf(string layer) => _layers.TryGetValue(layer ?? throw new ArgumentNullException(nameof(layer)), out var place) ? place
        : throw new EmergentException($"The records have no layer '{layer}'. {Names.DidYouMean(layer, _layers.Keys)}");

    private int PlaceOfVariable(string variable) => _variables.TryGetValue(variable ?? throw new ArgumentNullException(nameof(variable)), out var place) ? place
        : throw new EmergentException($"The records have no variable '{variable}'. {Names.DidYouMean(variable, Variables)}");

    private void RequireRecords()
    {
        if (Count == 0) { throw new EmergentException($"There are no records of network '{Network}' yet, so they cannot be saved. Record(counters) first."); }
    }
}
