using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Shows the rows of a table or of a view, one for each trial; its columns of float tensors are the states.</summary>
/// <remarks>
/// The order of an epoch depends only on seed, run, name and epoch. Rows that are changed count from the next epoch on, and so do rows that are added to a table;
/// of a view only its own rows are shown, whatever is added to its table, and only they have to be fit to be shown.
/// Several processes can share the trials of each epoch: see <see cref="TakeShare"/>.
/// Source: emergent env, FixedTable and MPIFixedTable.
/// </remarks>
public class TableEnvironment : IEnvironment
{
    private readonly Counter _run = new(TimeScale.Run), _epoch = new(TimeScale.Epoch), _trial = new(TimeScale.Trial);
    private readonly Dictionary<string, Pattern> _patterns = new(StringComparer.Ordinal);
    private readonly ulong _stream;
    private TableView _rows;
    private long _seed;
    private int[] _order = [];
    private int _row = -1, _process, _processes = 1;
    private bool _startsEpoch;
    private CurrentAndPrevious<string> _trialName = new(""), _groupName = new("");

    /// <summary>An environment of <paramref name="patterns"/>, ready for its first step.</summary>
    /// <param name="patterns">The table, or some rows of it: a column of float tensors for each layer that is shown something, and if there is one the names in a column <c>Name</c>.</param>
    /// <param name="order">In which order the rows are shown.</param>
    /// <param name="name">What the environment is for; each name has orders of its own.</param>
    /// <param name="seed">What decides the orders, until <see cref="Initialize"/> is called with another.</param>
    /// <exception cref="EmergentException">There are no rows, no column of float tensors, or a value that is not a finite number.</exception>
    public TableEnvironment(TableView patterns, Order order = Order.Permuted, string name = "Train", long seed = 0)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        (Name, Order, _rows, _stream) = (name, order, patterns, CounterRandom.StreamOf($"{name} order"));
        Counters = [_run, _epoch, _trial];
        Initialize(seed, run: 0);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Description { get; set; } = "";

    /// <summary>In which order the rows are shown; a change counts from the next epoch on.</summary>
    public Order Order { get; set; }

    /// <summary>The rows that are shown: all that the table has now, or those of the view that was given. With others the next step begins a new epoch.</summary>
    /// <exception cref="EmergentException">There are no rows, no column of float tensors, or a value that is not a finite number; the old one stays.</exception>
    public TableView Patterns
    {
        get => _rows.Current;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            Check(value);
            var startsEpoch = _trial.Current >= 0;
            var order = Draw(value, _epoch.Current + (startsEpoch ? 1 : 0), _seed, _run.Current);   // fails before anything has changed
            (_rows, _row, _startsEpoch) = (value, -1, startsEpoch);
            Bind();
            if (!_startsEpoch) { Show(order); }
        }
    }

    /// <summary>The column that trials have their names from, if the table has it.</summary>
    public string NameColumn { get; set; } = "Name";

    /// <summary>The column that trials have their groups from, if the table has it.</summary>
    public string GroupColumn { get; set; } = "Group";

    /// <inheritdoc/>
    public IReadOnlyList<StateElement> States { get; private set; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<Counter> Counters { get; }

    /// <summary>Counts the runs.</summary>
    public Counter Run => _run;

    /// <summary>Counts the epochs.</summary>
    public Counter Epoch => _epoch;

    /// <summary>Counts the trials within an epoch.</summary>
    public Counter Trial => _trial;

    /// <summary>The row, in the table, that is shown; −1 before the first step.</summary>
    public int Row => _row;

    /// <summary>How many trials the present epoch has.</summary>
    public int TrialsPerEpoch => _order.Length;

    /// <inheritdoc/>
    public string TrialName => _trialName.Current;

    /// <summary>The name of the trial before.</summary>
    public string PreviousTrialName => _trialName.Previous;

    /// <summary>The group of the current trial, empty where there are none.</summary>
    public string GroupName => _groupName.Current;

    /// <summary>The group of the trial before.</summary>
    public string PreviousGroupName => _groupName.Previous;

    /// <summary>Shows only one process's share of each epoch: of the order that all processes draw alike, the part that is its turn. Goes back to before the first trial.</summary>
    /// <remarks>Each process makes the same environment with the same seed; together they show each trial once. No process asks another.</remarks>
    /// <param name="process">Which process this is, from 0.</param>
    /// <param name="processes">How many there are; the trials of an epoch have to divide among them.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such process.</exception>
    /// <exception cref="EmergentException">The trials do not divide; the share stays as it was.</exception>
    public void TakeShare(int process, int processes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(processes);
        ArgumentOutOfRangeException.ThrowIfNegative(process);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(process, processes);
        Check(_rows);
        var former = (_process, _processes);
        (_process, _processes) = (process, processes);
        try { Draw(_rows, epoch: 0, _seed, _run.Current); }
        catch
        {
            (_process, _processes) = former;
            throw;
        }
        Initialize(_seed, _run.Current);
    }

    /// <inheritdoc/>
    public void Initialize(long seed, int run)
    {
        Check(_rows);
        var order = Draw(_rows, epoch: 0, seed, run);
        _seed = seed;
        _run.Initialize(run);
        _epoch.Initialize();
        _trial.Initialize(-1);
        (_row, _startsEpoch) = (-1, false);
        (_trialName, _groupName) = (new(""), new(""));
        Bind();
        Show(order);
    }

    /// <inheritdoc/>
    /// <exception cref="EmergentException">The table has become unfit since the last epoch, or has lost rows during this one.</exception>
    public bool Step()
    {
        if (_startsEpoch || _trial.Current >= _order.Length - 1)
        {
            // Checked before the counters move, so that a table that is mended can go on.
            Check(_rows);
            var order = Draw(_rows, _epoch.Current + 1, _seed, _run.Current);
            Bind();
            if (_trial.Current < _order.Length - 1) { _trial.Set(_order.Length - 1); }   // an epoch that was left in the middle ends here
            _trial.Maximum = _order.Length;
            _trial.Increment();
            _epoch.Increment();
            _startsEpoch = false;
            Show(order);
        }
        else
        {
            _trial.Maximum = _order.Length;
            _trial.Increment();
            _epoch.Same();
        }
        var row = _order[_trial.Current];
        if (row >= Table.RowCount)
        {
            throw new EmergentException($"Environment '{Name}' was about to show row {row} of table '{Table.Name}', which now has "
                + $"{Table.RowCount} rows. Delete rows between epochs, or call Initialize afterwards.");
        }
        _row = row;
        _trialName.Set(TextOf(NameColumn));
        _groupName.Set(TextOf(GroupColumn));
        return true;
    }

    /// <summary>The trials of one epoch, one after the other: this environment after each step.</summary>
    /// <remarks>An epoch that was left in the middle is not continued; the next one begins.</remarks>
    /// <exception cref="EmergentException">The table has become unfit.</exception>
    public IEnumerable<TableEnvironment> NextEpoch()
    {
        _startsEpoch = _trial.Current >= 0;
        do
        {
            Step();
            yield return this;
        }
        while (_trial.Current < _order.Length - 1);
    }

    /// <inheritdoc/>
    public Tensor<float> State(string name)
    {
        if (!_patterns.TryGetValue(name, out var pattern))
        {
            throw new EmergentException($"Environment '{Name}' has no state '{name}': table '{Table.Name}' has no column of float tensors "
                + $"of that name. {Names.DidYouMean(name, _patterns.Keys)}");
        }
        if (_row < 0) { throw new EmergentException($"Environment '{Name}' shows nothing yet. Call Step first."); }
        if (_row >= Table.RowCount)
        {
            throw new EmergentException($"Environment '{Name}' shows row {_row} of table '{Table.Name}', which "
                + $"now has {Table.RowCount} rows. Call Initialize after deleting rows.");
        }
        return pattern.At(_row);
    }

    /// <summary>Whether the rows have names.</summary>
    internal bool HasNames => Table.TryGetColumn(NameColumn, out _);

    /// <summary>The names of the rows that are shown, in the order of the table.</summary>
    internal IReadOnlyList<string> RowNames => HasNames ? _rows.Current.Texts(NameColumn) : [];

    /// <summary>The place, among the rows that are shown, of the one with this name, or else of the only one whose name contains it, in capital letters or not; −1 where there is none.</summary>
    /// <exception cref="EmergentException">Several names contain it.</exception>
    internal int PlaceOf(string name)
    {
        var names = RowNames;
        for (var i = 0; i < names.Count; i++) { if (names[i].Equals(name, StringComparison.OrdinalIgnoreCase)) { return i; } }
        int[] found = [.. Enumerable.Range(0, names.Count).Where(i => names[i].Contains(name, StringComparison.OrdinalIgnoreCase))];
        if (found.Length > 1) { throw new EmergentException($"Environment '{Name}': '{name}' is in the names of {found.Length} rows: {string.Join(", ", found.Take(6).Select(i => names[i]))}{(found.Length > 6 ? " …" : "")}. Give more of the name."); }
        return found.Length == 1 ? found[0] : -1;
    }

    private Table Table => _rows.Table;

    /// <summary>The places, among the rows, of those of one epoch, in the order in which they are shown.</summary>
    /// <param name="rows">The rows, which have been checked.</param>
    /// <param name="random">Draws the same for the same seed, run, name and epoch.</param>
    private protected virtual int[] PlacesOfEpoch(TableView rows, ref CounterRandom random)
    {
        if (Order == Order.Permuted) { return random.Permutation(rows.RowCount); }
        var places = new int[rows.RowCount];
        for (var i = 0; i < places.Length; i++) { places[i] = Order == Order.WithReplacement ? random.NextInt(places.Length) : i; }
        return places;
    }

    /// <summary>Checks that rows can be shown.</summary>
    private protected virtual void CheckRows(TableView rows) { }

    private static IEnumerable<Column<float>> ColumnsOf(Table table) => table.Columns.OfType<Column<float>>().Where(c => !c.IsScalar);

    private void Check(TableView patterns)
    {
        var (table, rows) = (patterns.Table, patterns.Current);
        var indices = rows.CheckedRows;
        if (indices.Length == 0)
        {
            throw new EmergentException($"Environment '{Name}': " + (patterns.FollowsTable ? $"table '{table.Name}' has no rows. Add a row for each trial."
                : $"a view of table '{table.Name}' has no rows. Choose one for each trial."));
        }
        if (!ColumnsOf(table).Any())
        {
            throw new EmergentException($"Environment '{Name}': table '{table.Name}' has no column of float "
                + "tensors. Add one for each layer that is shown something: AddColumn<float>(\"Input\", [5, 5]).");
        }
        foreach (var column in ColumnsOf(table))
        {
            foreach (var row in indices)
            {
                var values = column.Cell(row);
                for (var i = 0; i < values.Length; i++)
                {
                    if (float.IsFinite(values[i])) { continue; }
                    throw new EmergentException($"Environment '{Name}': table '{table.Name}', row {row}, column '{column.Name}', element "
                        + $"[{string.Join(", ", column.CellShape.Index(i))}] is {GoFormat.Shortest(values[i])}; "
                        + "a pattern takes finite numbers. Fill in the cell or leave the row out.");
                }
            }
        }
        CheckRows(rows);
    }

    private void Bind()
    {
        var columns = ColumnsOf(Table).ToList();
        if (columns.Count == _patterns.Count && columns.TrueForAll(c => _patterns.TryGetValue(c.Name, out var p) && p.IsOf(c))) { return; }
        _patterns.Clear();
        foreach (var column in columns) { _patterns.Add(column.Name, new(column)); }
        States = [.. columns.Select(c => new StateElement(c.Name, c.CellShape) { DimensionNames = c.DimensionNames })];
    }

    private int[] Draw(TableView patterns, int epoch, long seed, int run)
    {
        var random = new CounterRandom(seed, run, _stream, (ulong)epoch);
        var all = patterns.Current;
        var rows = PlacesOfEpoch(all, ref random);
        for (var i = 0; i < rows.Length; i++) { rows[i] = all.RowIndices[rows[i]]; }
        if (rows.Length % _processes != 0)
        {
            var divisors = Enumerable.Range(1, rows.Length).Where(d => rows.Length % d == 0);
            throw new EmergentException($"Environment '{Name}': the {rows.Length} trials of an epoch do not divide among {_processes} processes. "
                + $"Use a number of processes that divides them ({string.Join(", ", divisors)}), or other rows.");
        }
        var share = rows.Length / _processes;
        return _processes == 1 ? rows : rows[(_process * share)..((_process + 1) * share)];
    }

    private void Show(int[] order)
    {
        _order = order;
        _trial.Maximum = order.Length;
    }

    private string TextOf(string columnName) => !Table.TryGetColumn(columnName, out var column) ? ""
        : column is Column<string> { IsScalar: true } texts ? texts[_row]
        : column.CellTensor(_row).GetText(0);

    /// <summary>The cells of one column as tensors, each made when it is first shown and kept, so that showing it again allocates nothing.</summary>
    private sealed class Pattern(Column<float> column)
    {
        private Tensor<float>?[] _cells = new Tensor<float>?[column.RowCount];

        public bool IsOf(Column<float> other) => ReferenceEquals(column, other);

        public Tensor<float> At(int row)
        {
            if (row >= _cells.Length) { Array.Resize(ref _cells, column.RowCount); }
            return _cells[row] ??= column.CellTensor(row);
        }
    }
}
