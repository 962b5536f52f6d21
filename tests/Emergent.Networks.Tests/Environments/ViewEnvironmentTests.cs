using Emergent.Data;

namespace Emergent.Networks.Tests;

/// <summary>Environments show the rows of a view as they would show a table of these rows.</summary>
public class ViewEnvironmentTests
{
    [Theory]
    [InlineData(Order.Sequential)]
    [InlineData(Order.Permuted)]
    [InlineData(Order.WithReplacement)]
    public void Rows_of_a_view_are_shown_as_those_of_a_table_of_them(Order order)
    {
        var view = Events(8).View().Where<string>("Group", group => group != "g1").OrderByDescending("Freq");
        TableEnvironment ofView = new(view, order, seed: 3), ofTable = new(view.ToTable(), order, seed: 3);
        Assert.Equal(6, ofView.TrialsPerEpoch);
        Assert.Equal(Shown(ofTable, epochs: 3), Shown(ofView, epochs: 3));
        FrequencyEnvironment frequentView = new(view, samples: 8, order, seed: 3), frequentTable = new(view.ToTable(), samples: 8, order, seed: 3);
        Assert.Equal(Shown(frequentTable, epochs: 3), Shown(frequentView, epochs: 3));
    }

    [Fact]
    public void The_row_is_that_of_the_table()
    {
        var environment = new TableEnvironment(Events(4).View().Reverse().Skip(1), Order.Sequential);
        Assert.Equal([2, 1, 0], environment.NextEpoch().Select(trial => trial.Row));
        Assert.Equal(0, environment.State("Input")[0]);
    }

    [Fact]
    public void Rows_that_are_not_in_the_view_need_not_be_fit_and_those_added_later_are_not_shown()
    {
        var table = Events(4);
        table.Column<float>("Input").Cell(1)[0] = float.NaN;
        table.Column<double>("Freq")[1] = -1;
        Assert.Contains("row 1, column 'Input', element [0] is NaN", Assert.Throws<EmergentException>(() => new TableEnvironment(table)).Message, StringComparison.Ordinal);
        var view = table.View().WithoutNulls("Input");
        TableEnvironment environment = new(view, Order.Sequential), frequent = new FrequencyEnvironment(view, samples: 4, Order.Sequential);
        table.Add("new", "g9", 1.0, new float[] { 9, 0 });
        Assert.Equal([0, 2, 3], environment.NextEpoch().Select(trial => trial.Row));
        Assert.Equal([0, 2, 3], environment.NextEpoch().Select(trial => trial.Row));
        Assert.Equal([0, 2, 3], frequent.NextEpoch().Select(trial => trial.Row).Distinct());
        Assert.Equal([0, 2, 3], environment.Patterns.RowIndices.ToArray());
        table.Column<double>("Freq")[2] = double.NaN;
        Assert.Contains("row 2, column 'Freq' is NaN", Assert.Throws<EmergentException>(() => new FrequencyEnvironment(view)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Patterns_of_a_table_are_all_rows_that_it_has_now_also_for_another_environment()
    {
        var table = Events(2);
        var environment = new TableEnvironment(table, Order.Sequential);
        var other = new TableEnvironment(environment.Patterns, Order.Sequential, "Test");
        table.Add("new", "g9", 1.0, new float[] { 9, 0 });
        Assert.Equal(3, environment.Patterns.RowCount);
        other.Initialize(seed: 0, run: 1);
        Assert.Equal([0, 1, 2], other.NextEpoch().Select(trial => trial.Row));
    }

    [Fact]
    public void Views_without_rows_and_views_whose_rows_were_deleted_are_refused()
    {
        var table = Events(4);
        Assert.Contains("a view of table 'Events' has no rows", Assert.Throws<EmergentException>(() => new TableEnvironment(table.View().Take(0))).Message, StringComparison.Ordinal);
        var environment = new TableEnvironment(table.View().Skip(2), Order.Sequential);
        table.DeleteRows(3);
        Assert.Contains("rows were deleted since", Assert.Throws<EmergentException>(() => environment.Initialize(0, 0)).Message, StringComparison.Ordinal);
        environment.Patterns = table;
        Assert.Equal([0, 1, 2], environment.NextEpoch().Select(trial => trial.Row));
    }

    private static string[] Shown(TableEnvironment environment, int epochs) =>
        [.. Enumerable.Range(0, epochs).SelectMany(_ => environment.NextEpoch()).Select(trial => $"{trial.TrialName} {trial.GroupName} {trial.State("Input")[0]}")];

    private static Table Events(int rows)
    {
        var table = new Table("Events");
        table.AddColumn<string>("Name");
        table.AddColumn<string>("Group");
        table.AddColumn<double>("Freq");
        table.AddColumn<float>("Input", [2]);
        for (var i = 0; i < rows; i++) { table.Add($"evt{i}", $"g{i / 2}", (1 + i * 3 % 8) / 8.0, new float[] { i, 0 }); }
        return table;
    }
}
