using Emergent.Data;

namespace Emergent.Networks;

/// <summary>A folder that a simulation's logs go to, row by row, beside the settings that they can be made again with.</summary>
/// <remarks>
/// Files are named by network, tag, style sets, first run where it is not 0, mode and time scale: <c>RandomAssociator_mytag_Base_train_epoch.tsv</c>.
/// Statistics over the runs (<c>…_runstats.tsv</c>) and the tables of <see cref="SimulationPlan.Show"/> that are not there to be edited are written at the end. All that can be wrong with
/// the folder is found when it is opened, before anything is run. Call <see cref="Close"/> at the end; without it, as after an error,
/// <c>settings.json</c> says that the simulation did not finish.
/// </remarks>
public sealed class LogFolder : IDisposable
{
    private const string SavingWeights = "Save weights";
    private const string RecordingStates = "Record the network's state";
    private const string RunStats = "runstats";

    private static readonly string[] KindsOfFiles = ["*.tsv", "*.wts.gz", "*.netdat.gz"];

    private readonly Simulation _simulation;
    private readonly string _folder, _prefix, _weightsPrefix;
    private readonly List<(LogTable Source, TableLog Log, Action<Row> Write)> _logs = [];
    private readonly string _started = DateTimeOffset.Now.ToString("yyyy-MM-ddTHH:mm:sszzz");
    private readonly LogTable[] _sources;
    private readonly string[] _atEnd, _files;

    private bool _savesWeights;   // whether saving them is among what the end of a run does
    private readonly List<Loop> _recorded = [];   // at whose ends the network's state is recorded
    private NetData? _states;

    private LogFolder(string folder, Simulation simulation, bool savesWeights, bool savesNetData, IReadOnlyList<string> tables)
    {
        (_simulation, _folder) = (simulation, folder);
        if (savesWeights && !simulation.Learns) { throw new EmergentException($"Simulation '{simulation.Name}' does not learn, so that there are no weights to be saved at the end of runs. Leave that out (--save-weights)."); }
        _weightsPrefix = PrefixOf(simulation);
        _prefix = simulation.FirstRun > 0 ? $"{_weightsPrefix}_run{simulation.FirstRun}" : _weightsPrefix;
        string[] extra = [.. simulation.Learns ? [RunStats] : Array.Empty<string>(), .. simulation.Shown.Where(t => !t.IsEditable).Select(t => t.Name)], all = [.. simulation.Log.Tables.Select(t => t.FileSuffix), .. extra];
        foreach (var name in tables)
        {
            if (!all.Contains(name)) { throw new EmergentException($"Simulation '{simulation.Name}' has no log '{name}'. {(name.Contains(',', StringComparison.Ordinal) ? "Name them one by one, with spaces between. " : "")}{Names.DidYouMean(name, all)}"); }
        }
        _sources = [.. simulation.Log.Tables.Where(t => tables.Count == 0 || tables.Contains(t.FileSuffix))];
        _atEnd = [.. extra.Where(n => tables.Count == 0 || tables.Contains(n))];
        _files =
        [
            RunSettings.FileName, .. _sources.Select(LogName), .. _atEnd.Select(EndName),
            .. savesWeights ? Enumerable.Range(simulation.FirstRun, simulation.Runs).Select(WeightsName) : [], .. savesNetData ? [NetDataName] : Array.Empty<string>(),
        ];
    }

    /// <summary>The names of the files in the folder; some of them are written at the end only.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>Begins the logs of a simulation, which is initialized if it was not; they last until it is initialized again.</summary>
    /// <param name="folder">The folder, which is made if there is none.</param>
    /// <param name="simulation">The simulation, not yet run.</param>
    /// <param name="overwrite">Whether earlier logs of the same names are replaced.</param>
    /// <param name="savesWeights">Whether the weights at the end of each run are saved there too.</param>
    /// <param name="tables">Which logs are written, by the ends of their files' names (<c>train_epoch</c>, <c>runstats</c>); all if null or empty.</param>
    /// <param name="savesNetData">
    /// Whether the network's states at the ends of the last <see cref="NetData.UsualRecords"/> test trials are saved there too; of what Run runs, where the simulation has no tests.
    /// </param>
    /// <exception cref="EmergentException">The folder cannot be written, or holds earlier logs, or there is no such log: nothing in it has changed.</exception>
    public static LogFolder Open(string folder, Simulation simulation, bool overwrite = false, bool savesWeights = false, IReadOnlyList<string>? tables = null, bool savesNetData = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentNullException.ThrowIfNull(simulation);
        var logs = new LogFolder(folder, simulation, savesWeights, savesNetData, tables ?? []);
        logs.RefuseEarlierLogs(overwrite);
        logs.Begin();
        logs._savesWeights = savesWeights;
        if (savesWeights) { simulation.Training.Stack[TimeScale.Run].OnEnd.Add(SavingWeights, logs.SaveWeights); }
        if (savesNetData) { logs.RecordStates(); }
        return logs;
    }

    /// <summary>A log from its file, with the meta data that stands in the <c>settings.json</c> beside it, so that a plot of it configures itself.</summary>
    /// <exception cref="EmergentException">The file is missing or damaged, or the settings are.</exception>
    public static Table Load(string path)
    {
        var table = Table.Load(path);
        RunSettings.ReadMetaData(path, table);
        return table;
    }

    /// <summary>Ends the logs, writes the tables that come at the end, and says in <c>settings.json</c> how the simulation ended.</summary>
    /// <exception cref="EmergentException">One of these cannot be written; the logs are complete.</exception>
    public void Close()
    {
        Dispose();
        Dictionary<string, Table> atEnd = [];
        foreach (var name in _atEnd)
        {
            if (name == RunStats && _simulation.Log[RunMode.Train, TimeScale.Run].RowCount == 0) { continue; }   // there is nothing to say
            var table = atEnd[EndName(name)] = name == RunStats ? _simulation.Log.RunStatistics() : _simulation.Shown.First(t => t.Name == name).Table();
            table.Save(PathOf(EndName(name)));
        }
        if (_states is { Count: > 0 }) { _states.Save(PathOf(NetDataName)); }
        var progress = _simulation.Progress();
        WriteSettings(_simulation.State switch
        {
            LoopState.Finished => "finished",
            LoopState.Failed => "failed",
            _ => $"stopped in run {progress.Run}, epoch {progress.Epoch}",
        }, atEnd);
    }

    /// <summary>Ends the logs.</summary>
    public void Dispose()
    {
        foreach (var (source, log, write) in _logs)
        {
            source.RowAdded -= write;
            log.Dispose();
        }
        _logs.Clear();
        if (_savesWeights) { _simulation.Training.Stack[TimeScale.Run].OnEnd.Remove(SavingWeights); }
        _savesWeights = false;
        foreach (var loop in _recorded) { loop.OnEnd.Remove(RecordingStates); }
        _recorded.Clear();
    }

    private void RefuseEarlierLogs(bool overwrite)
    {
        string[] present = [.. _files.Where(f => File.Exists(PathOf(f)))];
        if (present.Length == 0) { return; }
        if (!overwrite)
        {
            throw new EmergentException($"Folder '{_folder}' holds logs already: {Listed(present)}. Choose another folder, or allow them to be replaced (--overwrite).");
        }
        // Logs of other style sets would stay beside settings that are not theirs.
        string[] others = [.. KindsOfFiles.SelectMany(f => Directory.GetFiles(_folder, f)).Select(f => Path.GetFileName(f)!).Where(f => !_files.Contains(f)).Order()];
        if (others.Length > 0)
        {
            throw new EmergentException($"Folder '{_folder}' holds {Listed(others)} besides the logs to be replaced; the new {RunSettings.FileName} would not be theirs. Choose another folder, or remove them.");
        }
    }

    private void Begin()
    {
        var isNew = !Directory.Exists(_folder);
        try
        {
            Directory.CreateDirectory(_folder);
            WriteSettings("not finished");
            foreach (var name in _atEnd.Select(EndName).Append(NetDataName).Intersect(_files)) { File.Delete(PathOf(name)); }   // an earlier one would stay if there is none now
            foreach (var source in _sources)
            {
                var log = new TableLog(source.Table, PathOf(LogName(source)));
                Action<Row> write = log.Write;
                source.RowAdded += write;
                _logs.Add((source, log, write));
            }
        }
        catch (Exception e)
        {
            Remove(isNew);
            if (e is not (IOException or UnauthorizedAccessException)) { throw; }
            throw new EmergentException($"Folder '{_folder}' for logs could not be made: {SystemErrors.SentenceOf(e)} Choose one that can be written.", e);
        }
    }

    /// <summary>Takes back what was begun.</summary>
    private void Remove(bool isNew)
    {
        string[] begun = [RunSettings.FileName, .. _logs.Select(l => LogName(l.Source))];
        Dispose();
        try
        {
            foreach (var file in begun) { File.Delete(PathOf(file)); }
            if (isNew && Directory.Exists(_folder)) { Directory.Delete(_folder); }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { /* the first error is the one to report */ }
    }

    private void SaveWeights() => _simulation.Network.SaveWeights(PathOf(WeightsName(_simulation.Training.Stack[TimeScale.Run].Current)));

    /// <summary>Records states at the ends of trials of tests, or of what Run runs where there are none.</summary>
    private void RecordStates()
    {
        var states = _states = new NetData(_simulation.Network);
        var tests = _simulation.Modes.Where(m => m != RunMode.Train).ToList();
        foreach (var mode in tests.Count > 0 ? tests : _simulation.Modes)
        {
            var trials = _simulation.LoopsOf(mode).Stack.Loops[^1];
            trials.OnEnd.Add(RecordingStates, () => states.Record(_simulation.Status(mode)));
            _recorded.Add(trials);
        }
    }

    private void WriteSettings(string outcome, IReadOnlyDictionary<string, Table>? atEnd = null)
    {
        var tables = _sources.Select(source => (File: LogName(source), source.Table)).Concat((atEnd ?? new Dictionary<string, Table>()).Select(end => (File: end.Key, Table: end.Value)));
        WholeFile.Write(PathOf(RunSettings.FileName), stream => RunSettings.Write(stream, _simulation, _started, outcome, _files.Where(f => f == RunSettings.FileName || File.Exists(PathOf(f))), tables));
    }

    /// <summary>How the names of a simulation's files begin.</summary>
    internal static string PrefixOf(Simulation simulation) =>
        FileName(simulation.Tag.Length > 0 ? $"{simulation.Network.Name}_{simulation.Tag}_{simulation.StyleNames}" : $"{simulation.Network.Name}_{simulation.StyleNames}");

    private string LogName(LogTable log) => $"{_prefix}_{log.FileSuffix}.tsv";

    private string EndName(string name) => $"{_prefix}_{FileName(name)}.tsv";

    private string WeightsName(int run) => $"{_weightsPrefix}_run{run}.wts.gz";

    private string NetDataName => $"{_prefix}.netdat.gz";

    private string PathOf(string file) => Path.Combine(_folder, file);

    private static string Listed(string[] files) => string.Join(", ", files.Take(6)) + (files.Length > 6 ? $" and {files.Length - 6} more" : "");

    private static string FileName(string name) => string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '+' or '.' ? c : '_'));
}
