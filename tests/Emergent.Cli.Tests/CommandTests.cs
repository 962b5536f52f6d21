namespace Emergent.Cli.Tests;

public class CommandTests
{
    [Fact]
    public void List_names_the_simulations_and_what_they_show()
    {
        var outcome = Command.Run("list");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Matches(@"(?m)^random-associator +Learns 25 random", outcome.Output);
        Assert.Matches(@"(?m)^two-spirals +Learns to tell two interlocking spirals apart", outcome.Output);
    }

    [Fact]
    public void Help_and_version_are_printed()
    {
        var help = Command.Run("--help");
        Assert.Equal(0, help.Code);
        Assert.Contains("list", help.Output, StringComparison.Ordinal);
        Assert.Contains("run <simulation>", help.Output, StringComparison.Ordinal);
        Assert.Contains("130 stopped by Ctrl-C", help.Output, StringComparison.Ordinal);
        Assert.Equal(help, Command.Run());
        var run = Command.Run("run", "--help").Output;
        foreach (var option in (string[])["--runs", "--epochs", "--seed", "--params", "--set", "--log", "--overwrite", "--save-weights", "--netdata", "--threads", "--quiet"])
        {
            Assert.Contains(option, run, StringComparison.Ordinal);
        }
        var version = Command.Run("--version");
        Assert.Equal(0, version.Code);
        Assert.Matches(@"^\d+\.\d+\.\d+", version.Output);
    }

    [Theory]
    [InlineData(2, "There is no command 'rnu'. Did you mean 'run'?", "rnu")]
    [InlineData(2, "'emergent run' has no option '--epoch'. Did you mean '--epochs'?", "run", "random-associator", "--epoch", "3")]
    [InlineData(2, "'--runs' takes a whole number, which 'ten' is not.", "run", "random-associator", "--runs", "ten")]
    [InlineData(2, "does not know what to do with 'more'", "run", "random-associator", "more")]
    [InlineData(2, "'--save-weights' needs a folder: add '--log DIR'", "run", "random-associator", "--save-weights")]
    [InlineData(2, "'--netdata' needs a folder: add '--log DIR'", "run", "random-associator", "--netdata")]
    [InlineData(2, "'--overwrite' needs a folder: add '--log DIR'", "run", "random-associator", "--overwrite")]
    [InlineData(2, "Required argument", "run")]
    [InlineData(1, "There is no simulation 'random-asociator'. Did you mean 'random-associator'?", "run", "random-asociator")]
    [InlineData(1, "There is no style set 'NoMomentun'. Did you mean 'NoMomentum'?", "run", "random-associator", "--params", "NoMomentun")]
    [InlineData(1, "there is no parameter 'Inhib.Layer.Gii'. Did you mean 'Inhib.Layer.Gi'?", "run", "random-associator", "--set", "Layer.Inhib.Layer.Gii=1.6")]
    [InlineData(1, "must begin with Layer, Prjn or Sim. Did you mean 'Layer'?", "run", "random-associator", "--set", "Layr.Inhib.Layer.Gi=1.6")]
    [InlineData(1, "'Inhib.Layer.Gi' cannot be 'much'; it is a number", "run", "random-associator", "--set", "Layer.Inhib.Layer.Gi=much")]
    [InlineData(1, "'Layer.Inhib.Layer.Gi' is not a setting", "run", "random-associator", "--set", "Layer.Inhib.Layer.Gi")]
    [InlineData(1, "Did you mean '#Hidden1'?", "run", "random-associator", "--set", "#Hiden1 Layer.Inhib.Layer.Gi=1.6")]
    [InlineData(1, "Did you mean '#Hidden1'?", "run", "random-associator", "--set", "#Hiden1.Inhib.Layer.Gi=1.6")]
    [InlineData(1, "'Runs' is 0; it must be within 1", "run", "random-associator", "--runs", "0")]
    public void Mistake_is_named_in_one_line_with_its_remedy(int code, string message, params string[] arguments)
    {
        var outcome = Command.Run(arguments);
        Assert.Equal((code, ""), (outcome.Code, outcome.Output));
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        Assert.StartsWith("emergent: ", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(1, outcome.Error.Count(c => c == '\n'));
    }
}
