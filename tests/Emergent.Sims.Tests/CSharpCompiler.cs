using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Emergent.Sims.Tests;

/// <summary>Compiles C# source against what the tests use, with the compiler of the SDK.</summary>
internal static class CSharpCompiler
{
    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    /// <summary>The assembly that the sources make; a compiler error fails the test with what the compiler said.</summary>
    /// <param name="isProgram">Whether the first source has top-level statements.</param>
    public static Assembly Compile(bool isProgram, params string[] sources)
    {
        var folder = Directory.CreateTempSubdirectory("emergent-csc").FullName;
        try
        {
            var assembly = Path.Combine(folder, $"compiled{Guid.NewGuid():N}.dll");
            string[] files = [.. sources.Prepend(ImplicitUsings).Select((_, i) => Path.Combine(folder, $"source{i}.cs"))];
            foreach (var (i, source) in sources.Prepend(ImplicitUsings).Index()) { File.WriteAllText(files[i], source); }
            var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(File.Exists);
            var response = Path.Combine(folder, "arguments.rsp");
            File.WriteAllLines(response,
            [
                "/nologo", "/noconfig", "/nostdlib", "/nullable:enable", "/langversion:latest", "/deterministic", isProgram ? "/target:exe" : "/target:library", $"/out:\"{assembly}\"",
                .. references.Select(r => $"/reference:\"{r}\""), .. files.Select(f => $"\"{f}\""),
            ]);
            using var compiler = Process.Start(new ProcessStartInfo("dotnet", ["exec", CompilerFile(), $"@{response}"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            var errors = compiler.StandardError.ReadToEndAsync();
            var output = compiler.StandardOutput.ReadToEnd();
            compiler.WaitForExit();
            Assert.True(compiler.ExitCode == 0, $"It does not compile:\n{string.Join('\n', output.Split('\n').Where(l => l.Contains("error", StringComparison.Ordinal)).Take(20))}{errors.Result}");
            return Assembly.Load(File.ReadAllBytes(assembly));
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    /// <summary>The compiler beside the runtime that the tests run on.</summary>
    private static string CompilerFile()
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "sdk"));
        return Directory.GetDirectories(root)
            .Select(sdk => Path.Combine(sdk, "Roslyn", "bincore", "csc.dll"))
            .Where(File.Exists).OrderByDescending(f => Version.TryParse(new DirectoryInfo(Path.Combine(f, "..", "..", "..")).Name.Split('-')[0], out var version) ? version : new Version())
            .FirstOrDefault() ?? throw new FileNotFoundException($"There is no C# compiler below {root}.");
    }
}
