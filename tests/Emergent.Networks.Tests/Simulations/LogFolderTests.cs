using System.Text.Json;
using Emergent.Data;

namespace Emergent.Networks.Tests;

public sealed class LogFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("emergent-logs").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string Folder(string name = "out") => Path.Combine(_root, name);

    private static string[] FilesIn(string folder) => [.. Directory.GetFiles(folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void Logs_hold_all_rows_and_the_settings_to_make_them_again()
    {
        var simulation = new PerceptronSimulation { Seed = 5 };
        simulation.UseStyles("Long");
        simulation.Set("Layer.Learn.Lrate=0.2");
        using (var logs = LogFolder.Open(Folder(), simulation))
        {
            Assert.Equal("not finished", Outcome());
            simulation.Run();
            logs.Close();
        }
        Assert.Equal(
            ["Perceptron_Long_runstats.tsv", "Perceptron_Long_test_epoch.tsv", "Perceptron_Long_test_trial.tsv", "Perceptron_Long_train_epoch.tsv", "Perceptron_Long_train_run.tsv", "Perceptron_Long_train_trial.tsv", "settings.json"],
            FilesIn(Folder()));
        Assert.Equal(2 * 20 * 4, Table.Load(Path.Combine(Folder(), "Perceptron_Long_train_trial.tsv")).RowCount);
        var epochs = Table.Load(Path.Combine(Folder(), "Perceptron_Long_train_epoch.tsv"));
        Assert.Equal(40, epochs.RowCount);
        Assert.Equal(simulation.Log[RunMode.Train, TimeScale.Epoch].Column<double>("SSE").Values.ToArray(), epochs.Column<double>("SSE").Values.ToArray());
        Assert.Equal(2, Table.Load(Path.Combine(Folder(), "Perceptron_Long_train_run.tsv")).RowCount);

        var settings = Settings();
        Assert.Equal("finished", Outcome());
        Assert.Equal((5, 2, 20), (settings.GetProperty("seed").GetInt64(), settings.GetProperty("runs").GetInt32(), settings.GetProperty("epochs").GetInt32()));
        Assert.Equal(["Base", "Long"], settings.GetProperty("styleSets").EnumerateArray().Select(e => e.GetString()));
        Assert.Equal(["Layer.Learn.Lrate=0.2"], settings.GetProperty("settings").EnumerateArray().Select(e => e.GetString()));
        Assert.Contains(settings.GetProperty("parameters").EnumerateArray(),
            p => (p.GetProperty("object").GetString(), p.GetProperty("path").GetString(), p.GetProperty("value").GetString()) == ("Output", "Layer.Learn.Lrate", "0.2"));
        Assert.Contains(".NET", settings.GetProperty("runtime").GetString(), StringComparison.Ordinal);

        JsonElement Settings() => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(), "settings.json"))).RootElement;
        string Outcome() => Settings().GetProperty("outcome").GetString()!;
    }

    [Fact]
    public void States_at_the_ends_of_test_trials_are_saved_where_it_is_asked_for()
    {
        var simulation = new PerceptronSimulation();
        List<float[]> outputs = [];
        using (var logs = LogFolder.Open(Folder(), simulation, savesNetData: true))
        {
            simulation.LoopsOf(RunMode.Test).Stack[TimeScale.Trial].OnEnd.Add("Remember", () => outputs.Add(simulation.Network["Output"].Units("Act").ToArray()));
            simulation.Run();
            logs.Close();
        }
        var data = NetData.Load(Path.Combine(Folder(), "Perceptron_Base.netdat.gz"));
        var tests = simulation.Log[RunMode.Test, TimeScale.Trial];
        Assert.True(data.Count > 8);
        Assert.Equal(outputs.TakeLast(data.Count), Enumerable.Range(0, data.Count).Select(r => data.Units(r, "Output", "Act").ToArray()));
        Assert.Contains($"Trial: {tests.Column<int>("Trial").Values[^1]}  TrialName: {tests.Column<string>("TrialName").Values[^1]}", data.Counters(data.Count - 1), StringComparison.Ordinal);
        Assert.Contains("Perceptron_Base.netdat.gz", File.ReadAllText(Path.Combine(Folder(), "settings.json")), StringComparison.Ordinal);
        Assert.DoesNotContain(simulation.LoopsOf(RunMode.Test).Stack[TimeScale.Trial].OnEnd, e => e.Name == "Record the network's state");   // and no more when the logs are closed

        Directory.CreateDirectory(Folder("other"));
        File.Copy(Path.Combine(Folder(), "Perceptron_Base.netdat.gz"), Path.Combine(Folder("other"), "Perceptron_Base.netdat.gz"));
        var message = Assert.Throws<EmergentException>(() => LogFolder.Open(Folder("other"), new PerceptronSimulation(), savesNetData: true)).Message;
        Assert.Contains("holds logs already: Perceptron_Base.netdat.gz.", message, StringComparison.Ordinal);
        var others = Assert.Throws<EmergentException>(() => LogFolder.Open(Folder(), new PerceptronSimulation(), overwrite: true)).Message;
        Assert.Contains("holds Perceptron_Base.netdat.gz besides the logs to be replaced", others, StringComparison.Ordinal);
        using (LogFolder.Open(Folder(), new PerceptronSimulation(), overwrite: true, savesNetData: true)) { }
        Assert.DoesNotContain("Perceptron_Base.netdat.gz", FilesIn(Folder()));   // it would not be theirs
    }

    [Fact]
    public void Of_a_simulation_that_does_not_test_or_only_tests_what_it_runs_is_recorded()
    {
        var simulation = new DetectorSimulation();
        using (var logs = LogFolder.Open(Folder(), simulation, savesNetData: true))
        {
            simulation.Run();
            logs.Close();
        }
        Assert.Equal(4, NetData.Load(Path.Combine(Folder(), FilesIn(Folder()).Single(f => f.EndsWith(".netdat.gz", StringComparison.Ordinal)))).Count);
    }

    [Fact]
    public void Second_simulation_into_the_same_folder_is_refused_before_it_runs()
    {
        using (LogFolder.Open(Folder(), new PerceptronSimulation())) { }
        var before = FilesIn(Folder()).Select(f => File.ReadAllText(Path.Combine(Folder(), f))).ToArray();
        var message = Assert.Throws<EmergentException>(() => LogFolder.Open(Folder(), new PerceptronSimulation())).Message;
        Assert.Contains("settings.json, Perceptron_Base_train_trial.tsv", message, StringComparison.Ordinal);
        Assert.Equal(before, FilesIn(Folder()).Select(f => File.ReadAllText(Path.Combine(Folder(), f))));
        using (LogFolder.Open(Folder(), new PerceptronSimulation(), overwrite: true)) { }
    }

    [Fact]
    public void Overwriting_leaves_no_logs_of_other_settings_behind()
    {
        using (LogFolder.Open(Folder(), new PerceptronSimulation())) { }
        var other = new PerceptronSimulation();
        other.UseStyles("Long");
        var message = Assert.Throws<EmergentException>(() => LogFolder.Open(Folder(), other, overwrite: true)).Message;
        Assert.Contains("Perceptron_Base_test_epoch.tsv", message, StringComparison.Ordinal);
        Assert.DoesNotContain(FilesIn(Folder()), f => f.Contains("Long", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("file/below")]
    [InlineData("file")]
    public void Folder_that_cannot_be_made_is_refused(string name)
    {
        File.WriteAllText(Folder("file"), "a file, no folder");
        Assert.Contains("Choose ", Assert.Throws<EmergentException>(() => LogFolder.Open(Folder(name), new PerceptronSimulation())).Message, StringComparison.Ordinal);
        Assert.Equal("a file, no folder", File.ReadAllText(Folder("file")));
    }

    [Fact]
    public void Folder_in_which_a_log_cannot_be_begun_stays_as_it_was()
    {
        Directory.CreateDirectory(Path.Combine(Folder(), "Perceptron_Base_train_run.tsv"));   // a folder where the log should be
        Assert.Contains("could not be begun", Assert.Throws<EmergentException>(() => LogFolder.Open(Folder(), new PerceptronSimulation())).Message, StringComparison.Ordinal);
        Assert.Empty(FilesIn(Folder()));
    }

    [Fact]
    public void Full_disk_is_told_with_the_name_of_the_log()
    {
        if (!File.Exists("/dev/full")) { return; }   // only Linux has it
        Directory.CreateDirectory(Folder());
        File.CreateSymbolicLink(Path.Combine(Folder(), "Perceptron_Base_train_epoch.tsv"), "/dev/full");
        var message = Assert.Throws<EmergentException>(() => LogFolder.Open(Folder(), new PerceptronSimulation(), overwrite: true)).Message;
        Assert.Contains("Perceptron_Base_train_epoch.tsv' could not be continued: No space left on device", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stopped_simulation_keeps_what_it_logged()
    {
        var simulation = new PerceptronSimulation();
        using (var logs = LogFolder.Open(Folder(), simulation))
        {
            simulation.Step(6, TimeScale.Trial);
            logs.Close();
        }
        Assert.Equal(6, Table.Load(Path.Combine(Folder(), "Perceptron_Base_train_trial.tsv")).RowCount);
        Assert.Equal(1, Table.Load(Path.Combine(Folder(), "Perceptron_Base_train_epoch.tsv")).RowCount);
        Assert.Contains("\"outcome\": \"stopped in run 0, epoch 1\"", File.ReadAllText(Path.Combine(Folder(), "settings.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Closed_logs_are_written_no_more()
    {
        var simulation = new PerceptronSimulation();
        using (var logs = LogFolder.Open(Folder(), simulation, savesWeights: true))
        {
            simulation.Step(3, TimeScale.Trial);
            logs.Close();
        }
        var before = Directory.GetFiles(Folder()).ToDictionary(f => f, f => new FileInfo(f).Length);
        simulation.Run();
        Assert.Equal(before, Directory.GetFiles(Folder()).ToDictionary(f => f, f => new FileInfo(f).Length));
    }

    [Fact]
    public void Tag_note_and_first_run_are_kept_and_only_the_logs_that_are_asked_for_are_written()
    {
        var simulation = new PerceptronSimulation { Tag = "lesion", Note = "half of the units", FirstRun = 3, Runs = 2 };
        using (var logs = LogFolder.Open(Folder(), simulation, savesWeights: false, tables: ["train_epoch", "runstats"]))
        {
            simulation.Run();
            logs.Close();
        }
        Assert.Equal(["Perceptron_lesion_Base_run3_runstats.tsv", "Perceptron_lesion_Base_run3_train_epoch.tsv", "settings.json"], FilesIn(Folder()));
        Assert.Equal([3, 4], Table.Load(Path.Combine(Folder(), "Perceptron_lesion_Base_run3_train_epoch.tsv")).Column<int>("Run").Values.ToArray().Distinct());
        var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(), "settings.json"))).RootElement;
        Assert.Equal(("lesion", "half of the units", 3), (settings.GetProperty("tag").GetString(), settings.GetProperty("note").GetString(), settings.GetProperty("firstRun").GetInt32()));
        Assert.Equal(3, settings.GetProperty("files").GetArrayLength());

        var message = Assert.Throws<EmergentException>(() => LogFolder.Open(Folder("other"), new PerceptronSimulation(), tables: ["train_epochs"])).Message;
        Assert.Contains("has no log 'train_epoch,runstats'. Name them one by one, with spaces between.",
            Assert.Throws<EmergentException>(() => LogFolder.Open(Folder("other"), new PerceptronSimulation(), tables: ["train_epoch,runstats"])).Message, StringComparison.Ordinal);
        Assert.Contains("has no log 'train_epochs'. Did you mean 'train_epoch'?", message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Folder("other")));
    }

    [Fact]
    public void Statistics_of_runs_and_extra_tables_are_written_at_the_end()
    {
        var simulation = new PerceptronSimulation { Change = plan => plan.Show(new("weights", () => new Table("Weights", "Wt"))) };
        using (var logs = LogFolder.Open(Folder(), simulation))
        {
            Assert.Contains("Perceptron_Base_runstats.tsv", logs.Files);
            simulation.Run();
            Assert.DoesNotContain("Perceptron_Base_runstats.tsv", FilesIn(Folder()));
            logs.Close();
        }
        var statistics = Table.Load(Path.Combine(Folder(), "Perceptron_Base_runstats.tsv"));
        Assert.Equal(2.0, Assert.Single(statistics.Rows)["SSE:Count"]);
        Assert.Contains("Perceptron_Base_weights.tsv", FilesIn(Folder()));

        var stopped = new PerceptronSimulation { Change = plan => plan.Show(new("weights", () => new Table("Weights", "Wt"))) };
        using (var logs = LogFolder.Open(Folder(), stopped, overwrite: true))
        {
            stopped.Step(1, TimeScale.Epoch);
            logs.Close();
        }
        Assert.DoesNotContain("Perceptron_Base_runstats.tsv", FilesIn(Folder()));   // no run has ended, and the earlier statistics are not its
        ShownTable weights = new("weights", () => new Table("Weights", "Wt"));
        var twice = new PerceptronSimulation { Change = plan => plan.Show(weights).Show(weights) };
        Assert.Contains("'weights' is shown already", Assert.Throws<EmergentException>(twice.Initialize).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Saved_log_has_the_settings_of_its_plots()
    {
        var simulation = new PerceptronSimulation();
        using (var logs = LogFolder.Open(Folder(), simulation))
        {
            simulation.Run();
            logs.Close();
        }
        var path = Path.Combine(Folder(), "Perceptron_Base_train_epoch.tsv");
        Assert.Equal(simulation.Log[RunMode.Train, TimeScale.Epoch].MetaData, LogFolder.Load(path).MetaData);
        Assert.Equal("Bar", LogFolder.Load(Path.Combine(Folder(), "Perceptron_Base_runstats.tsv")).MetaData["Type"]);
        File.WriteAllText(Path.Combine(Folder(), "settings.json"), "{ cut off");
        Assert.Contains("settings.json' could not be read", Assert.Throws<EmergentException>(() => LogFolder.Load(path)).Message, StringComparison.Ordinal);
        File.Delete(Path.Combine(Folder(), "settings.json"));
        Assert.Empty(LogFolder.Load(path).MetaData);
    }
}
