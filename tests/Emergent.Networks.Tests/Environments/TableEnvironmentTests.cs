using Emergent.Data;

namespace Emergent.Networks.Tests;

public class TableEnvironmentTests
{
    private static Table Five(int rows = 5)
    {
        var table = new Table("Five");
        table.AddColumn<string>("Name");
        table.AddColumn<string>("Group");
        table.AddColumn<float>("Input", [2, 2]);
        table.AddColumn<float>("Output", [3]);
        table.AddColumn<double>("Weight");
        for (var i = 0; i < rows; i++) { table.Add($"evt{i}", $"g{i / 2}", new float[] { i, 0, 0, i }, new float[] { -i, 0, 0 }, 0.5); }
        return table;
    }

    private static int[] RowsOfNextEpoch(TableEnvironment environment) => [.. environment.NextEpoch().Select(trial => trial.Row)];

    [Fact]
    public void Steps_and_counters_are_those_of_the_reference()
    {
        TableEnvironment? environment = null;
        List<(int There, int Here)>? epoch = null;
        foreach (var row in Table.Load(GoldenData.Find("f/env_fixedtable.tsv")!).Rows)
        {
            var isSequential = row.Get<string>("mode") == "sequential";
            if (row.Get<int>("step") == 0) { environment = new(Five(), isSequential ? Order.Sequential : Order.Permuted); }
            Assert.True(environment!.Step());
            Assert.Equal((row.Get<int>("trial_cur"), row.Get<int>("trial_prv"), row.Get<bool>("trial_chg")), environment.Trial.Query());
            Assert.Equal((row.Get<int>("epoch_cur"), row.Get<int>("epoch_prv"), row.Get<bool>("epoch_chg")), environment.Epoch.Query());
            if (!isSequential)
            {
                // The order depends on random numbers: here and there an epoch has each row once.
                (epoch ??= []).Add((row.Get<int>("row"), environment.Row));
                if (epoch.Count < 5) { continue; }
                Assert.Equal([0, 1, 2, 3, 4], epoch.Select(e => e.There).Order());
                Assert.Equal([0, 1, 2, 3, 4], epoch.Select(e => e.Here).Order());
                epoch = null;
                continue;
            }
            Assert.Equal(row.Get<int>("row"), environment.Row);
            Assert.Equal(row.Get<string>("TrialName"), environment.TrialName);
            Assert.Equal(row.Get<string>("TrialName_prv"), environment.PreviousTrialName);
            Assert.Equal(row.Get<string>("Group"), environment.GroupName);
        }
    }

    [Fact]
    public void Step_into_a_new_epoch_shows_its_first_trial_with_the_old_epoch_as_previous()
    {
        var environment = new TableEnvironment(Five(3), Order.Sequential);
        for (var i = 0; i < 3; i++) { environment.Step(); }
        Assert.False(environment.Epoch.Changed);
        environment.Step();
        Assert.Equal((1, 0, true), environment.Epoch.Query());
        Assert.Equal((0, 2, true), environment.Trial.Query());
        Assert.Equal("evt0", environment.TrialName);
    }

    [Fact]
    public void Next_epoch_shows_every_row_once()
    {
        var environment = new TableEnvironment(Five(), Order.Permuted, seed: 3);
        for (var epoch = 0; epoch < 20; epoch++)
        {
            Assert.Equal([0, 1, 2, 3, 4], RowsOfNextEpoch(environment).Order());
            Assert.Equal(epoch, environment.Epoch.Current);
        }
    }

    [Fact]
    public void Table_of_one_row_has_epochs_of_one_trial()
    {
        var environment = new TableEnvironment(Five(1));
        for (var epoch = 0; epoch < 3; epoch++)
        {
            Assert.Equal([0], RowsOfNextEpoch(environment));
            Assert.Equal(epoch, environment.Epoch.Current);
        }
    }

    [Fact]
    public void Epoch_that_is_left_in_the_middle_is_not_continued()
    {
        var environment = new TableEnvironment(Five(), Order.Sequential);
        foreach (var trial in environment.NextEpoch())
        {
            if (trial.Trial.Current == 2) { break; }
        }
        Assert.Equal([0, 1, 2, 3, 4], RowsOfNextEpoch(environment));
        Assert.Equal(1, environment.Epoch.Current);
    }

    [Fact]
    public void Order_is_a_function_of_seed_run_name_and_epoch()
    {
        int[] Third(long seed, int run, string name, bool skips = false)
        {
            var environment = new TableEnvironment(Five(40), Order.Permuted, name);
            environment.Initialize(seed, run);
            if (!skips) { RowsOfNextEpoch(environment); }
            else
            {
                environment.Step();   // then the epoch is left
            }
            return RowsOfNextEpoch(environment);
        }

        var order = Third(1, 2, "Train");
        Assert.Equal(order, Third(1, 2, "Train"));
        Assert.Equal(order, Third(1, 2, "Train", skips: true));
        Assert.NotEqual(order, Third(2, 2, "Train"));
        Assert.NotEqual(order, Third(1, 3, "Train"));
        Assert.NotEqual(order, Third(1, 2, "Test"));

        var again = new TableEnvironment(Five(40), Order.Permuted, seed: 1);
        var first = RowsOfNextEpoch(again);
        Assert.NotEqual(first, RowsOfNextEpoch(again));
        again.Initialize(seed: 1, run: 0);
        Assert.Equal(first, RowsOfNextEpoch(again));
    }

    [Fact]
    public void States_are_the_columns_of_float_tensors()
    {
        IEnvironment environment = new TableEnvironment(Five());
        Assert.Equal([new StateElement("Input", [2, 2]), new StateElement("Output", [3])], environment.States);
        Assert.Equal([TimeScale.Run, TimeScale.Epoch, TimeScale.Trial], environment.Counters.Select(c => c.Scale));
        Assert.Equal(-1, environment.CounterOf(TimeScale.Trial).Current);
        Assert.Contains("no counter of Block. It counts: Run, Epoch, Trial", Assert.Throws<EmergentException>(() => environment.CounterOf(TimeScale.Block)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void State_is_the_cell_of_the_row_and_allocates_nothing()
    {
        var environment = new TableEnvironment(Five(), Order.Sequential);
        RowsOfNextEpoch(environment);
        foreach (var trial in environment.NextEpoch()) { Assert.Equal([trial.Row, 0, 0, trial.Row], trial.State("Input").Values.ToArray()); }
        foreach (var trial in environment.NextEpoch()) { trial.State("Output"); }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) { environment.State("Input"); }
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Table_without_names_has_trials_without_names()
    {
        var table = Five();
        table.RemoveColumn("Name");
        table.RemoveColumn("Group");
        var environment = new TableEnvironment(table);
        environment.Step();
        Assert.Equal(("", ""), (environment.TrialName, environment.GroupName));
    }

    [Fact]
    public void Missing_state_is_refused_with_the_name_that_was_meant()
    {
        var environment = new TableEnvironment(Five());
        Assert.Contains("Call Step first", Assert.Throws<EmergentException>(() => environment.State("Input")).Message, StringComparison.Ordinal);
        environment.Step();
        Assert.Contains("Did you mean 'Input'?", Assert.Throws<EmergentException>(() => environment.State("Inptu")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unfit_table_is_refused()
    {
        Assert.Contains("has no rows", Assert.Throws<EmergentException>(() => new TableEnvironment(Five(0))).Message, StringComparison.Ordinal);

        var numbers = new Table("Numbers", "A");
        numbers.AddRow();
        Assert.Contains("table 'Numbers' has no column of float tensors", Assert.Throws<EmergentException>(() => new TableEnvironment(numbers)).Message, StringComparison.Ordinal);

        var table = Five();
        table.Row(3).Cell<float>("Input")[2] = float.NaN;
        Assert.Contains("table 'Five', row 3, column 'Input', element [1, 0] is NaN", Assert.Throws<EmergentException>(() => new TableEnvironment(table)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Value_that_becomes_NaN_is_found_at_the_next_epoch_which_can_go_on_once_it_is_mended()
    {
        var table = Five(2);
        var environment = new TableEnvironment(table, Order.Sequential);
        RowsOfNextEpoch(environment);
        table.Row(1).Cell<float>("Output")[0] = float.PositiveInfinity;
        Assert.Contains("row 1, column 'Output', element [0] is +Inf", Assert.Throws<EmergentException>(() => environment.Step()).Message, StringComparison.Ordinal);
        table.Row(1).Cell<float>("Output")[0] = 4;
        Assert.Equal([0, 1], RowsOfNextEpoch(environment));
        Assert.Equal(1, environment.Epoch.Current);
    }

    [Fact]
    public void Other_patterns_are_shown_from_a_new_epoch_on()
    {
        var environment = new TableEnvironment(Five(), Order.Sequential);
        environment.Step();
        environment.Step();
        environment.Patterns = Five(3);
        Assert.Throws<EmergentException>(() => environment.State("Input"));
        Assert.Equal([0, 1, 2], RowsOfNextEpoch(environment));
        Assert.Equal(1, environment.Epoch.Current);
        Assert.Equal(3, environment.Trial.Maximum);

        Assert.Throws<EmergentException>(() => environment.Patterns = Five(0));
        Assert.Equal([0, 1, 2], RowsOfNextEpoch(environment));
    }

    [Fact]
    public void Other_patterns_before_the_first_step_are_the_first_epoch()
    {
        var environment = new TableEnvironment(Five(), Order.Sequential) { Patterns = Five(2) };
        Assert.Equal([0, 1], RowsOfNextEpoch(environment));
        Assert.Equal(0, environment.Epoch.Current);
    }

    [Fact]
    public void Rows_that_are_added_are_shown_from_the_next_epoch_on_and_deleted_ones_are_missed_at_once()
    {
        var table = Five(2);
        var environment = new TableEnvironment(table, Order.Sequential);
        environment.Step();
        table.Add("new", "g", new float[] { 9, 9, 9, 9 }, new float[3], 0);
        environment.Step();
        Assert.Equal([0, 1, 2], RowsOfNextEpoch(environment));
        Assert.Equal(9, environment.State("Input")[0]);

        table.DeleteRows(1, 2);
        Assert.Contains("which now has 1 rows", Assert.Throws<EmergentException>(() => environment.State("Input")).Message, StringComparison.Ordinal);
        Assert.Equal([0], RowsOfNextEpoch(environment));
        table.Add("b", "g", new float[4], new float[3], 0);
        environment.Step();
        table.DeleteRows(1);
        Assert.Contains("about to show row 1", Assert.Throws<EmergentException>(() => environment.Step()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Environment_that_takes_no_actions_says_so()
    {
        IEnvironment environment = new TableEnvironment(Five());
        var error = Assert.Throws<EmergentException>(() => environment.Act("Move", new Tensor<float>([1])));
        Assert.Contains("Environment 'Train' takes no action 'Move'", error.Message, StringComparison.Ordinal);
    }
}
