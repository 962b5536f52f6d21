using Emergent.Networks;

namespace Emergent.Studio;

/// <summary>The recorded states of a network, the oldest of which make room for new ones.</summary>
/// <remarks>
/// It records all unit variables where at least <see cref="LeastRecords"/> records of all fit into the budget, else those that are watched.
/// Once it is full it allocates nothing: the record that leaves is the one that comes. Source: emergent netview, NetData.
/// </remarks>
internal sealed class StateHistory(long budget)
{
    /// <summary>As many as the reference keeps: the cycles, quarters and ends of two trials.</summary>
    public const int LeastRecords = 210;

    private readonly List<StateRecord?> _records = [];
    private readonly Dictionary<int, SlidingBounds> _bounds = [];   // of the variables that were last asked for
    private Network? _network;
    private int[] _all = [];
    private int _units, _next, _gone;   // places at the start of the list whose records have left
    private StateRecord? _spare, _newest;

    public long Budget => budget;

    public long Bytes { get; private set; }

    public int Count => _records.Count - _gone;

    /// <summary>The number of the oldest record.</summary>
    public int First => Count > 0 ? _records[_gone]!.Number : 0;

    public StateRecord? Newest => _newest;

    /// <summary>All records, the oldest first.</summary>
    public IEnumerable<StateRecord> Records => _records.Skip(_gone)!;

    /// <summary>Whether all variables are recorded.</summary>
    public bool RecordsAll => (long)_units * _all.Length * sizeof(float) * LeastRecords <= budget;

    /// <summary>Forgets all records; those that come are of this network.</summary>
    public void Begin(Network network)
    {
        _records.Clear();
        _bounds.Clear();
        (_network, _newest, Bytes, _gone) = (network, null, 0, 0);
        _all = [.. Enumerable.Range(0, network.UnitVariables.Count)];
        var units = network.Layers.Sum(l => l.UnitCount);
        if (units != _units || _spare?.Columns.Length != _all.Length) { _spare = null; }
        _units = units;
    }

    /// <summary>Records the present state.</summary>
    /// <param name="counters">Where the simulation is.</param>
    /// <param name="watched">The places of the variables that are watched; another array where they are others.</param>
    public StateRecord Record(ReadOnlySpan<byte> counters, int[] watched)
    {
        var columns = RecordsAll ? _all : watched;
        var bytes = StateRecord.BytesOf(_units, columns.Length);
        while (Count > 0 && Bytes + bytes > budget)
        {
            var oldest = _records[_gone]!;
            _records[_gone++] = null;
            Bytes -= oldest.Bytes;
            _spare = oldest.IsShared ? null : oldest;
        }
        if (2 * _gone > _records.Count)
        {
            _records.RemoveRange(0, _gone);
            _gone = 0;
        }
        var record = _spare is { } spare && ReferenceEquals(spare.Columns, columns) ? spare : new StateRecord(_units, columns);
        _spare = null;
        record.Take(_next++, counters, _network!);
        foreach (var (variable, bounds) in _bounds) { Add(bounds, record, variable); }
        return Add(record);
    }

    /// <summary>All records as they are, for another thread to save: none of them will become another.</summary>
    public NetData Share()
    {
        int[] variables = [.. Records.SelectMany(r => r.Columns).Distinct().Order()];
        foreach (var record in Records) { record.IsShared = true; }
        return new NetData(
            _network!.Name, [.. _network.Layers.Select(l => (l.Name, l.UnitCount))], [.. variables.Select(v => _network.UnitVariables[v].Name)], [.. Records.Select(r => new SharedRecord(r, variables))]);
    }

    /// <summary>Takes the records of a file instead of its own: of those that do not fit into the budget, the newest.</summary>
    /// <param name="data">The records.</param>
    /// <param name="origin">The file's name, for errors.</param>
    /// <exception cref="EmergentException">They are of another network; nothing has changed.</exception>
    public void Open(NetData data, string origin)
    {
        var match = new NetDataMatch(_network!, data, origin);
        Begin(_network!);
        var fitting = (int)Math.Clamp(budget / StateRecord.BytesOf(_units, match.Columns.Length), 1, data.Count);
        foreach (var opened in data.Records.Skip(data.Count - fitting))
        {
            var record = new StateRecord(_units, match.Columns);
            record.Take(_next++, opened, match.Variables, match.Layers);
            Add(record);
        }
    }

    private StateRecord Add(StateRecord record)
    {
        _records.Add(record);
        Bytes += record.Bytes;
        return _newest = record;
    }

    /// <summary>The record of a number: the oldest where it is gone, the newest where it is still to come; null where there is none.</summary>
    public StateRecord? Find(int number) => Count == 0 ? null : number >= _newest!.Number ? _newest : _records[_gone + Math.Max(number - First, 0)];   // their numbers count on

    /// <summary>Calls the action with the least and the greatest finite value of each of these variables over all records, where there is one.</summary>
    public void BoundsOf(int[] variables, Action<int, float, float> found)
    {
        foreach (var variable in _bounds.Keys.Except(variables).ToList()) { _bounds.Remove(variable); }
        foreach (var variable in variables)
        {
            if (!_bounds.TryGetValue(variable, out var bounds))
            {
                _bounds[variable] = bounds = new SlidingBounds();
                foreach (var record in Records) { Add(bounds, record, variable); }
            }
            bounds.Forget(First);
            if (bounds.Min <= bounds.Max) { found(variable, bounds.Min, bounds.Max); }
        }
    }

    private static void Add(SlidingBounds bounds, StateRecord record, int variable)
    {
        var (min, max) = record.BoundsOf(variable);
        bounds.Add(record.Number, min, max);
    }
}
