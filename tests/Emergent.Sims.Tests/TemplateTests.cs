using System.Diagnostics;

namespace Emergent.Sims.Tests;

/// <summary>The template of <c>dotnet new</c> and the page that shows it.</summary>
public sealed class TemplateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("emergent-template-").FullName;

    [Fact]
    public void Page_shows_the_template() => PageExamples.AssertStandIn("docs/write-a-simulation.md", "templates/simulation/MySimulation.cs", count: 5);

    [Fact]
    public void Template_makes_a_simulation_that_runs()
    {
        DotNet("new", "install", Repository.PathOf("templates/simulation"));
        DotNet("new", "emergent-simulation", "-n", "OwnModel", "-o", _folder, "--emergent", "/opt/emergent");
        var source = File.ReadAllText(Path.Combine(_folder, "OwnModel.cs"));
        Assert.StartsWith("#:project /opt/emergent/src/Emergent.Cli/Emergent.Cli.csproj\n", source, StringComparison.Ordinal);
        Assert.DoesNotContain("MySimulation", source, StringComparison.Ordinal);

        var program = CSharpCompiler.Compile(isProgram: true, source[source.IndexOf('\n', StringComparison.Ordinal)..]);
        Assert.Equal(0, program.EntryPoint!.Invoke(null, [(string[])["run", "--runs", "2", "--quiet", "--log", Path.Combine(_folder, "logs")]]));
        Assert.Contains("OwnModel_Base_train_run.tsv", Directory.GetFiles(Path.Combine(_folder, "logs")).Select(Path.GetFileName));
        Assert.NotEqual(0, program.EntryPoint!.Invoke(null, [(string[])["run", "another"]]));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // In a home of its own, so that no template stays behind.
    private void DotNet(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = _folder };
        start.Environment["DOTNET_CLI_HOME"] = Path.Combine(_folder, "home");
        start.Environment["DOTNET_SKIP_FIRST_TIME_EXPERIENCE"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}: {output}{errors.Result}");
    }
}
