using System.Globalization;
using System.Text.Json;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Cli.Tests;

public sealed class RunCommandTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("emergent-cli").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string Folder(string name = "out") => Path.Combine(_root, name);

    private Table LogOf(string name, string folder = "out") => Table.Load(Path.Combine(Folder(folder), $"RandomAssociator_{name}.tsv"));

    private string Setting(string name) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(), "settings.json"))).RootElement.GetProperty(name).ToString();

    [Fact]
    public void Run_prints_a_title_a_line_for_each_run_and_a_summary()
    {
        var outcome = Command.Run("run", "random-associator", "--runs", "2", "--epochs", "3");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        var lines = outcome.Output.TrimEnd().Split('\n');
        Assert.Equal(9, lines.Length);
        Assert.Equal("random-associator: 2 runs of at most 3 epochs, seed 1, styles Base", lines[0]);
        Assert.StartsWith("run 0 ended after 3 epochs: 100 % of trials in error", lines[1], StringComparison.Ordinal);
        Assert.Equal("Run Epochs FirstZero SSE PctErr PctCor CosDiff PerTrlMSec", string.Join(' ', lines[4].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(["1", "3", "never"], lines[6].Split(' ', StringSplitOptions.RemoveEmptyEntries)[..3]);
        Assert.Equal(["mean", "3", "never"], lines[7].Split(' ', StringSplitOptions.RemoveEmptyEntries)[..3]);
    }

    [Fact]
    public void One_epoch_is_not_called_epochs() => Assert.Contains("\nrun 0 ended after 1 epoch: ", Command.Run("run", "random-associator", "--runs", "1", "--epochs", "1").Output, StringComparison.Ordinal);

    [Fact]
    public void Quiet_run_prints_nothing()
    {
        var outcome = Command.Run("run", "random-associator", "--runs", "1", "--epochs", "1", "--quiet", "--log", Folder());
        Assert.Equal(new Outcome(0, "", ""), outcome);
        Assert.Equal(1, LogOf("Base_train_run").RowCount);
    }

    [Fact]
    public void Logs_settings_and_weights_are_written()
    {
        var outcome = Command.Run(
            "run", "random-associator", "--runs", "2", "--epochs", "5", "--seed", "3", "--params", "NoMomentum", "WtBalOn", "--threads", "1",
            "--set", "Layer.Inhib.Layer.Gi=1.6", "--set", "#Output Layer.Inhib.Layer.Gi=1.5", "--log", Folder(), "--save-weights", "--netdata");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Equal(10, LogOf("NoMomentum+WtBalOn_train_epoch").RowCount);
        Assert.Equal(250, LogOf("NoMomentum+WtBalOn_train_trial").RowCount);
        Assert.Equal(50, LogOf("NoMomentum+WtBalOn_test_trial").RowCount);
        Assert.Equal([4, 4], LogOf("NoMomentum+WtBalOn_test_epoch").Column<int>("Epoch").Values.ToArray());
        Assert.Equal("NoMomentum+WtBalOn", LogOf("NoMomentum+WtBalOn_train_run").Row(1)["Params"]);
        Assert.True(File.Exists(Path.Combine(Folder(), "RandomAssociator_NoMomentum+WtBalOn_run1.wts.gz")));
        var states = NetData.Load(Path.Combine(Folder(), "RandomAssociator_NoMomentum+WtBalOn.netdat.gz"));
        Assert.Equal((50, 25 + 49 + 49 + 25), (states.Count, states.UnitCount));
        Assert.StartsWith("Run: 1  Epoch: 4  Trial: 24  TrialName: row_24", states.Counters(49), StringComparison.Ordinal);

        Assert.Equal(("finished", "3", "2", "5", "1"), (Setting("outcome"), Setting("seed"), Setting("runs"), Setting("epochs"), Setting("threads")));
        Assert.Contains("\"#Output Layer.Inhib.Layer.Gi=1.5\"", Setting("settings"), StringComparison.Ordinal);
        var parameters = JsonDocument.Parse(Setting("parameters")).RootElement.EnumerateArray()
            .Select(p => $"{p.GetProperty("object")} {p.GetProperty("path")} {p.GetProperty("value")}").ToArray();
        Assert.Contains("Hidden1 Layer.Inhib.Layer.Gi 1.6", parameters);
        Assert.Contains("Output Layer.Inhib.Layer.Gi 1.5", parameters);
        Assert.Contains("InputToHidden1 Prjn.Learn.Norm.On false", parameters);
    }

    [Fact]
    public void Same_seed_writes_the_same_files_but_for_the_clock()
    {
        foreach (var (folder, threads) in (ReadOnlySpan<(string, string)>)[("one", "1"), ("two", "2")])
        {
            Assert.Equal(0, Command.Run("run", "random-associator", "--runs", "2", "--epochs", "6", "--threads", threads, "--log", Folder(folder), "-q").Code);
        }
        foreach (var log in (string[])["train_trial", "train_epoch", "train_run", "test_trial", "test_epoch"])
        {
            Assert.Equal(WithoutClock("one", log), WithoutClock("two", log));
        }

        IEnumerable<string> WithoutClock(string folder, string log) => File.ReadLines(Path.Combine(Folder(folder), $"RandomAssociator_Base_{log}.tsv"))
            .Select(line => log is "train_epoch" or "train_run" ? line[..line.LastIndexOf('\t')] : line);
    }

    [Fact]
    public void Second_run_into_the_same_folder_is_refused_unless_it_may_overwrite()
    {
        string[] command = ["run", "random-associator", "--runs", "1", "--epochs", "1", "--log", Folder()];
        Assert.Equal(0, Command.Run(command).Code);
        var written = File.GetLastWriteTimeUtc(Path.Combine(Folder(), "settings.json"));
        var refused = Command.Run(command);
        Assert.Equal((1, ""), (refused.Code, refused.Output));
        Assert.Contains("settings.json, RandomAssociator_Base_train_trial.tsv", refused.Error, StringComparison.Ordinal);
        Assert.Contains("--overwrite", refused.Error, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(Path.Combine(Folder(), "settings.json")));
        Assert.Equal(0, Command.Run([.. command, "--overwrite"]).Code);
    }

    [Fact]
    public void Saved_settings_make_the_same_result_again_and_other_options_go_above_them()
    {
        Assert.Equal(0, Command.Run(
            "run", "random-associator", "--runs", "1", "--epochs", "4", "--seed", "3", "--params", "NoMomentum", "--set", "#Output Layer.Inhib.Layer.Gi=1.5", "--threads", "1",
            "--log", Folder(), "-q").Code);
        var settings = Path.Combine(Folder(), "settings.json");
        var outcome = Command.Run("run", "random-associator", "--settings", settings, "--log", Folder("again"), "-q");
        Assert.Equal(new Outcome(0, "", ""), outcome);
        Assert.Equal(File.ReadAllText(Path.Combine(Folder(), "RandomAssociator_NoMomentum_train_trial.tsv")), File.ReadAllText(Path.Combine(Folder("again"), "RandomAssociator_NoMomentum_train_trial.tsv")));

        outcome = Command.Run("run", "random-associator", "--settings", settings, "--epochs", "2", "--seed", "4", "--set", "Layer.Inhib.Layer.Gi=1.7", "--params", "WtBalOn", "--log", Folder("other"), "-q");
        Assert.Equal(new Outcome(0, "", ""), outcome);
        Assert.Equal(2, LogOf("WtBalOn_train_epoch", "other").RowCount);
        var other = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder("other"), "settings.json"))).RootElement;
        Assert.Equal((4, 1, "WtBalOn"), (other.GetProperty("seed").GetInt32(), other.GetProperty("runs").GetInt32(), other.GetProperty("styleSets")[1].GetString()));
        Assert.Contains(other.GetProperty("parameters").EnumerateArray(), p => $"{p.GetProperty("object")} {p.GetProperty("path")} {p.GetProperty("value")}" == "Output Layer.Inhib.Layer.Gi 1.7");
    }

    [Fact]
    public void Configuration_files_are_taken_over_and_other_options_go_above_them()
    {
        File.WriteAllText(Path.Combine(_root, "base.json"), """{ "seed": 4, "Sim.Runs": 1, "Layer.Inhib.Layer.Gi": 1.7 }""");
        var config = Path.Combine(_root, "mine.json");
        File.WriteAllText(config, """{ "includes": ["base.json"], "styles": ["WtBalOn"], "Sim.Epochs": 5, "#Output Layer.Inhib.Layer.Gi": 1.5 }""");
        Assert.Equal(new Outcome(0, "", ""), Command.Run("run", "random-associator", "--config", config, "--epochs", "2", "--log", Folder(), "-q"));
        Assert.Equal(2, LogOf("WtBalOn_train_epoch").RowCount);
        Assert.Equal(("4", "1", "2"), (Setting("seed"), Setting("runs"), Setting("epochs")));
        var gains = JsonDocument.Parse(Setting("parameters")).RootElement.EnumerateArray().Where(p => p.GetProperty("path").GetString() == "Layer.Inhib.Layer.Gi").ToDictionary(p => p.GetProperty("object").GetString()!, p => p.GetProperty("value").GetString());
        Assert.Equal(("1.7", "1.5"), (gains["Hidden1"], gains["Output"]));

        File.WriteAllText(config, """{ "Sim.Epoch": 5 }""");
        var outcome = Command.Run("run", "random-associator", "--config", config);
        Assert.Equal((1, ""), (outcome.Code, outcome.Output));
        Assert.Contains("Did you mean 'Epochs'?", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("'--config' needs the name of a file", Command.Run("run", "random-associator", "--config", "").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_cannot_be_used_are_refused_before_anything_runs()
    {
        var file = Path.Combine(_root, "settings.json");
        var outcome = Command.Run("run", "random-associator", "--settings", file);
        Assert.Equal((1, ""), (outcome.Code, outcome.Output));
        Assert.Contains($"emergent: Settings file '{file}' could not be read", outcome.Error, StringComparison.Ordinal);
        File.WriteAllText(file, "{\n\"seed\": x}");
        Assert.Contains("is damaged at line 2, column 9", Command.Run("run", "random-associator", "--settings", file).Error, StringComparison.Ordinal);
        File.WriteAllText(file, """{"simulation": "two-layers", "seed": 1, "styleSets": ["Base"], "settings": [], "parameters": []}""");
        Assert.Contains("of simulation 'two-layers', not of 'random-associator'", Command.Run("run", "random-associator", "--settings", file).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dev/null/logs")]
    [InlineData("/proc/logs")]
    public void Folder_that_cannot_be_written_is_refused_before_anything_runs(string folder)
    {
        if (!OperatingSystem.IsLinux()) { return; }
        var outcome = Command.Run("run", "random-associator", "--log", folder);
        Assert.Equal((1, ""), (outcome.Code, outcome.Output));
        Assert.Contains($"Folder '{folder}' for logs could not be made", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Full_disk_in_the_middle_leaves_whole_rows_and_says_what_happened()
    {
        if (!OperatingSystem.IsLinux()) { return; }
        // The largest file that the program may write is 16 kB, which the log of trials soon reaches and the settings do not, as if the disk were full.
        // Write-xor-execute would keep compiled code in a file of its own, and that one is larger.
        var outcome = Command.Shell($"ulimit -f 16; trap '' XFSZ; DOTNET_EnableWriteXorExecute=0 $EMERGENT run random-associator --runs 1 --log {Folder()}");
        Assert.Equal(1, outcome.Code);
        Assert.Contains("RandomAssociator_Base_train_trial.tsv' could not be continued", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("Its earlier rows are unharmed", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(1, outcome.Error.Count(c => c == '\n'));
        Assert.InRange(LogOf("Base_train_trial").RowCount, 80, 240);   // and each of them can be read
        Assert.Equal("failed", Setting("outcome"));
    }

    [Fact]
    public void Part_of_the_runs_is_logged_under_its_tag_with_statistics_over_runs()
    {
        var outcome = Command.Run(
            "run", "random-associator", "--runs", "2", "--first-run", "3", "--epochs", "2", "--tag", "part", "--note", "the fourth and fifth", "--tables", "train_run", "runstats", "--print-params", "--log", Folder());
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Contains("Act.Init.Decay: 0   (default 1; usual too: 0)", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("run 4 ended after 2 epochs", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(["RandomAssociator_part_Base_run3_runstats.tsv", "RandomAssociator_part_Base_run3_train_run.tsv", "settings.json"], Directory.GetFiles(Folder()).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal([3, 4], LogOf("part_Base_run3_train_run").Column<int>("Run").Values.ToArray());
        var statistics = LogOf("part_Base_run3_runstats");
        Assert.Equal(("Base", 2.0), (statistics.Row(0)["Params"], statistics.Row(0).Get<double>("SSE:Count")));
        Assert.Equal(("part", "the fourth and fifth", "3"), (Setting("tag"), Setting("note"), Setting("firstRun")));
    }

    [Theory]
    [InlineData("'--tag' needs a folder", "--tag", "x")]
    [InlineData("'--note' needs a folder", "--note", "x")]
    [InlineData("'--tables' needs a folder", "--tables", "train_run")]
    public void Options_of_logs_need_a_folder(string message, params string[] options)
    {
        var outcome = Command.Run(["run", "random-associator", .. options]);
        Assert.Equal(2, outcome.Code);
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Log_that_there_is_not_is_refused()
    {
        var outcome = Command.Run("run", "random-associator", "--log", Folder(), "--tables", "train_epochs");
        Assert.Equal((1, ""), (outcome.Code, outcome.Output));
        Assert.Contains("has no log 'train_epochs'. Did you mean 'train_epoch'?", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Folder()));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void Signal_ends_the_trial_and_keeps_what_was_logged(string signal)
    {
        if (OperatingSystem.IsWindows()) { return; }
        using var process = Command.Start("run", "random-associator", "--runs", "1000", "--log", Folder());
        process.StandardOutput.ReadLine();
        var log = Path.Combine(Folder(), "RandomAssociator_Base_train_epoch.tsv");
        for (var wait = 0; wait < 400 && File.ReadLines(log).Count() < 6; wait++) { Thread.Sleep(25); }
        Assert.Equal(0, Command.Shell($"kill -{signal} {process.Id.ToString(CultureInfo.InvariantCulture)}").Code);
        var outcome = Command.End(process);

        Assert.Equal(130, outcome.Code);
        Assert.Matches(@"^emergent: stopped in run \d+, epoch \d+, after trial \d+\. What was logged until then is kept\.\n$", outcome.Error);
        Assert.StartsWith("stopped in run", Setting("outcome"), StringComparison.Ordinal);
        var (epochs, trials) = (LogOf("Base_train_epoch").RowCount, LogOf("Base_train_trial").RowCount);
        Assert.InRange(epochs, 5, 5000);
        Assert.InRange(trials, 25 * epochs, 25 * epochs + 25);
    }

    [Fact]
    public void First_line_is_printed_before_the_runs()
    {
        using var process = Command.Start("run", "random-associator", "--runs", "100");
        Assert.StartsWith("random-associator: 100 runs of at most 50 epochs", process.StandardOutput.ReadLine(), StringComparison.Ordinal);
        Assert.False(process.HasExited);
        process.Kill();
    }
}
