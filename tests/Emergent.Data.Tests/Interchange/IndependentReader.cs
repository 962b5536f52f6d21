using System.Diagnostics;
using System.Text.Json;

namespace Emergent.Data.Tests;

/// <summary>Programs that others wrote and that read our files: numpy, and apache-arrow of npm.</summary>
internal static class IndependentReader
{
    /// <summary>A Python that has numpy; null where there is none.</summary>
    public static string? Python { get; } = ((string[])["python3", "/usr/bin/python3"]).FirstOrDefault(python => Run(python, null, "-c", "import numpy").ExitCode == 0);

    /// <summary>Whether there is a node that finds apache-arrow, in the folder that EMERGENT_NODE_MODULES says or in one of its own.</summary>
    public static bool HasArrow { get; } = Run("node", Modules, "-e", "require('apache-arrow')").ExitCode == 0;

    private static string? Modules => Environment.GetEnvironmentVariable("EMERGENT_NODE_MODULES");

    public static string Folder { get; } = Path.Combine(Path.GetDirectoryName(Emergent.Tests.GoldenData.Selection)!, "interchange");

    public static string PathOf(string name) => Path.Combine(Folder, name);

    public static JsonElement OfNpz(string path) => Answer(Run(Python!, null, PathOf("read-npz.py"), path));

    public static JsonElement OfArrow(string path) => Answer(Run("node", Modules, PathOf("read-arrow.cjs"), path));

    private static JsonElement Answer((int ExitCode, string Output, string Error) run)
    {
        Assert.True(run.ExitCode == 0, run.Error);
        return JsonDocument.Parse(run.Output).RootElement;
    }

    private static (int ExitCode, string Output, string Error) Run(string program, string? modules, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        if (modules is not null) { start.Environment["NODE_PATH"] = modules; }
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, error.Result);
        }
        catch (System.ComponentModel.Win32Exception e) { return (-1, "", e.Message); }
    }
}

/// <summary>A test that needs numpy, and is reported as skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NumpyFactAttribute : FactAttribute
{
    public NumpyFactAttribute()
    {
        if (IndependentReader.Python is null) { Skip = "There is no python3 with numpy here (Debian: apt-get install python3-numpy)."; }
    }
}

/// <summary>A test that needs npm's apache-arrow, and is reported as skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ArrowFactAttribute : FactAttribute
{
    public ArrowFactAttribute()
    {
        if (!IndependentReader.HasArrow) { Skip = "There is no apache-arrow for node here (npm install apache-arrow; EMERGENT_NODE_MODULES=…/node_modules)."; }
    }
}
