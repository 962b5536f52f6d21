using System.Reflection;

namespace Emergent.Studio;

/// <summary>The files of the page, all in memory: what is not among them is not to be had.</summary>
internal sealed class PageFiles
{
    private const string Prefix = "web/", Index = "/index.html";

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8", [".js"] = "text/javascript; charset=utf-8", [".css"] = "text/css; charset=utf-8", [".json"] = "application/json",
        [".map"] = "application/json", [".svg"] = "image/svg+xml", [".png"] = "image/png", [".ico"] = "image/x-icon", [".woff2"] = "font/woff2", [".txt"] = "text/plain; charset=utf-8",
    };

    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    /// <summary>Reads the files that were built in, or those of a folder.</summary>
    /// <exception cref="EmergentException">The folder cannot be read.</exception>
    public PageFiles(string? folder)
    {
        if (folder is null) { ReadEmbedded(); }
        else { ReadFolder(folder); }
    }

    /// <summary>What is shown where the page was not built.</summary>
    private static byte[] Missing { get; } =
        """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>Emergent</title>
        <h1>The page was not built</h1>
        <p>This server runs, but the page that belongs to it was not built with it. Install Node.js 20 or later, run <code>npm ci &amp;&amp; npm run build</code>
        in <code>src/Emergent.Studio/web</code>, then build again: <code>dotnet build -c Release</code>.</p></html>
        """u8.ToArray();

    /// <summary>The file at a path, and its type.</summary>
    public (byte[] Content, string Type)? Find(string path)
    {
        if (path == "/") { return (_files.GetValueOrDefault(Index, Missing), Types[".html"]); }
        return _files.TryGetValue(path, out var content) ? (content, Types.GetValueOrDefault(Path.GetExtension(path), "application/octet-stream")) : null;
    }

    private void ReadEmbedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames())
        {
            var path = name.Replace('\\', '/');
            if (!path.StartsWith(Prefix, StringComparison.Ordinal)) { continue; }
            using var stream = assembly.GetManifestResourceStream(name)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            _files[path[(Prefix.Length - 1)..]] = content;
        }
    }

    private void ReadFolder(string folder)
    {
        try
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                _files["/" + Path.GetRelativePath(folder, file).Replace('\\', '/')] = File.ReadAllBytes(file);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmergentException($"The page's folder '{folder}' could not be read: {e.Message}", e);
        }
    }
}
